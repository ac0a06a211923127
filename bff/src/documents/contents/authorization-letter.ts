/** 授权委托书: who may file for whom, which items, until when; signed by the principal. */
import { documentNames, type DocumentContent, type Row } from '../document-content.js';
import type { AuthorizationSnapshot, PersonSnapshot } from '../document-snapshot.js';
import { shownDate, shownInstant } from '../shown-values.js';

export function authorizationLetter(facts: AuthorizationSnapshot): DocumentContent {
  const { principal, proxy, items } = facts;
  return {
    kind: 'authorization-letter',
    title: documentNames['authorization-letter'],
    agency: null,
    number: facts.number,
    issuedAt: facts.issuedAt,
    blocks: [
      { kind: 'heading', text: '委托人' },
      { kind: 'rows', rows: personRows(principal) },
      { kind: 'heading', text: '代理人' },
      {
        kind: 'rows',
        rows: [
          ...personRows(proxy),
          ...(proxy.relation === null ? [] : [{ term: '与委托人关系', shown: proxy.relation }]),
        ],
      },
      { kind: 'heading', text: '委托内容' },
      { kind: 'paragraph', text: matter(facts), indent: true },
      ...(items === null ? [] : [{ kind: 'numbered-list' as const, items }]),
      { kind: 'paragraph', text: term(facts), indent: true },
    ],
    signatures: [
      {
        label: '委托人（签名）',
        name: principal.name,
        image: facts.signature.image,
        date: facts.signature.signedAt === null ? null : shownInstant(facts.signature.signedAt),
      },
    ],
    seal: null,
    verification: facts.verification,
  };
}

/** The same, a paragraph each: to be shown before it is signed, and read aloud. */
export function letterParagraphs(facts: Pick<AuthorizationSnapshot, LetterWords>): readonly string[] {
  const { principal, proxy, items } = facts;
  return [
    `委托人：${principal.name}，证件号码 ${principal.idNo}。`,
    `代理人：${proxy.name}，证件号码 ${proxy.idNo}${proxy.relation === null ? '' : `，${proxy.relation}`}。`,
    matter(facts),
    ...(items ?? []).map((item, i) => `${i + 1}．${item}`),
    term(facts),
  ];
}

type LetterWords = 'principal' | 'proxy' | 'items' | 'from' | 'until' | 'agency';

function matter({ proxy, agency, items }: Pick<AuthorizationSnapshot, LetterWords>): string {
  const what = items === null ? '医疗保障各项业务' : '下列事项';
  return `本人委托${proxy.name}，以本人名义向${agency.name}办理${what}：填写和提交申请、交验和补充材料、查询进度、接收通知和文书。`;
}

function term({ from, until }: Pick<AuthorizationSnapshot, LetterWords>): string {
  return `委托期限自${shownDate(from)}起，至${shownDate(until)}止。期限内本人可以随时在手机上或到窗口撤销，撤销后尚未提交的办件不再代办。代理人在委托范围内办理的，本人予以认可。`;
}

function personRows(person: PersonSnapshot): readonly Row[] {
  return [
    { term: '姓名', shown: person.name },
    { term: '证件号码', shown: person.idNo },
    ...(person.phone === null ? [] : [{ term: '联系电话', shown: person.phone }]),
  ];
}
