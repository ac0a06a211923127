/**
 * What 不予受理 and 不予通过 have in common: the reason, what it rests on, what can be done instead, and both ways of
 * appeal with their terms, which 社会保险经办条例 第五十二条 opens: 行政复议 within 60 days (行政复议法 第二十条) and
 * 行政诉讼 within six months (行政诉讼法 第四十六条), or 15 days after a review (第四十五条).
 */
import type { Block, DocumentContent } from '../document-content.js';
import type { RefusalSnapshot } from '../document-snapshot.js';
import { caseRows, contactNote, salutation, sealedPaper } from './case-parts.js';

export function refusalPaper(
  kind: 'decline-notice' | 'rejection-notice',
  facts: RefusalSnapshot,
  opening: string,
): DocumentContent {
  const { reason, basis, advice } = facts.refusal;
  return sealedPaper(kind, facts, [
    salutation(facts),
    { kind: 'paragraph', text: opening, indent: true },
    { kind: 'rows', rows: caseRows(facts) },
    { kind: 'heading', text: '理由' },
    { kind: 'paragraph', text: reason, indent: true },
    ...(basis.length === 0 ? [] : [heading('依据'), list(basis)]),
    ...(advice === null ? [] : [heading('您可以这样做'), { kind: 'paragraph' as const, text: advice, indent: true }]),
    remedies(facts),
    contactNote(facts),
  ]);
}

function remedies({ refusal }: RefusalSnapshot): Block {
  const authority = refusal.reviewAuthority ?? '本机构所在地的同级人民政府';
  const court = refusal.court ?? '有管辖权的人民法院';
  return {
    kind: 'note',
    title: '不服本决定的救济途径（《社会保险经办条例》第五十二条）',
    paragraphs: [
      `1. 行政复议：自知道本决定之日起 60 日内，向${authority}申请。不收费。`,
      `2. 行政诉讼：自知道本决定之日起 6 个月内，向${court}起诉。`,
      '两种途径任选其一；先复议的，对复议决定不服，还可以在收到复议决定书之日起 15 日内起诉。可以先打电话问清楚原因，但以上期限照常计算。',
    ],
  };
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function list(items: readonly string[]): Block {
  return { kind: 'numbered-list', items };
}
