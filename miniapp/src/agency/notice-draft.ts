/** A one-time notice while it is written. Pure. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { NoticeLine } from './office-api';
import { reasonsForMaterial, reasonsForQuestion } from './suggested-reasons';

export interface NoticeDraft {
  /** Target → what is wrong with it; a target that is not ticked is not there. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly supervisorReason: string;
}

export interface NoticeTarget {
  readonly key: string;
  readonly kind: 'material' | 'question';
  readonly id: string;
  readonly name: string;
  readonly suggestions: readonly string[];
}

/** What can be told to be missing or wrong: what a person hands in, and the questions that they were asked. */
export function noticeTargets(
  { materials, form }: ItemPage,
  { form: answers }: OfficerCaseView,
): readonly NoticeTarget[] {
  const byHand = materials.filter(({ anyOf }) => anyOf.some(({ kind }) => kind !== 'credential' && kind !== 'data'));
  const asked = (form?.questions ?? []).filter(({ id, ask, when }) => ask && (when === undefined || id in answers));
  return [
    ...byHand.map((material) => ({
      key: `material ${material.id}`,
      kind: 'material' as const,
      id: material.id,
      name: material.name,
      suggestions: reasonsForMaterial(material),
    })),
    ...asked.map((question) => ({
      key: `question ${question.id}`,
      kind: 'question' as const,
      id: question.id,
      name: question.term,
      suggestions: reasonsForQuestion(question),
    })),
  ];
}

export function lineOf({ kind, id }: NoticeTarget, reason: string): NoticeLine {
  const line = { reason: reason.trim() };
  return kind === 'material' ? { ...line, material: id } : { ...line, question: id };
}
