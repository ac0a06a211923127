/** What is asked of whoever wants to file for a relative, in order. Pure. */
import { isIdNumber } from '../../../filing/identity-numbers';
import { called } from '../../../grants/relations';
import type { Request } from './request';

export type QuestionId = 'relation' | 'scope' | 'items' | 'until' | 'way' | 'principal' | 'papers';

/** Papers are asked for only where they stand in for the principal's own signature. */
export function questionsOf({ scope, way }: Request): readonly QuestionId[] {
  const onPaper = way === 'letter' || way === 'guardian';
  return [
    'relation',
    'scope',
    ...(scope === 'some' ? (['items'] as const) : []),
    'until',
    'way',
    ...(onPaper ? (['principal', 'papers'] as const) : []),
  ];
}

export function titleOf(at: QuestionId, request: Request): string {
  const whom = called(request.relation);
  switch (at) {
    case 'relation':
      return '您要替谁办？';
    case 'scope':
      return `替${whom}办哪些事？`;
    case 'items':
      return '选要办的事';
    case 'until':
      return '委托到哪天？';
    case 'way':
      return `怎么让${whom}同意？`;
    case 'principal':
      return `${whom}的姓名和身份证号码`;
    case 'papers':
      return request.way === 'guardian' ? '拍户口簿或出生证明' : '拍委托书和两个人的证件';
  }
}

/** What is still missing on that page; undefined where nothing is. */
export function lackingAt(at: QuestionId, request: Request): string | undefined {
  switch (at) {
    case 'relation':
      return request.relation === null ? '请选一个。' : undefined;
    case 'scope':
      return request.scope === null ? '请选一个。' : undefined;
    case 'items':
      return request.items.length === 0 ? '请至少选一件。' : undefined;
    case 'until':
      return request.until === '' ? '请选委托到哪天。' : undefined;
    case 'way':
      return request.way === null ? '请选一种。' : undefined;
    case 'principal':
      return request.name.trim() === '' ? '请填姓名。' : idNoLacking(request.idNo);
    case 'papers':
      return paperLacking(request);
  }
}

/** Where one is on the way with what was answered before. */
export function firstOpen(request: Request): QuestionId {
  const questions = questionsOf(request);
  return questions.find((at) => lackingAt(at, request) !== undefined) ?? questions[questions.length - 1] ?? 'relation';
}

function idNoLacking(idNo: string): string | undefined {
  return isIdNumber(idNo.trim().toUpperCase())
    ? undefined
    : '身份证号码是 18 位，最后一位可能是字母 X。请对照证件再看一遍。';
}

function paperLacking({ way, letter, principalId, proxyId, kinship }: Request): string | undefined {
  if (way === 'guardian') return kinship.length === 0 ? '还没拍户口簿或出生医学证明。' : undefined;
  if (letter.length === 0) return '还没拍委托书。';
  if (principalId.length === 0) return '还没拍委托人的证件。';
  return proxyId.length === 0 ? '还没拍您自己的证件。' : undefined;
}
