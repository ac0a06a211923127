/** 受理通知单: that the case is taken on, since when, and when it will be done. */
import type { DocumentContent, Row } from '../document-content.js';
import type { AcceptanceSnapshot } from '../document-snapshot.js';
import { shownDate, shownDay, shownInstant } from '../shown-values.js';
import { caseRows, contactNote, materialsTable, salutation, sealedPaper } from './case-parts.js';

export function acceptanceNotice(facts: AcceptanceSnapshot): DocumentContent {
  return sealedPaper('acceptance-notice', facts, [
    salutation(facts),
    {
      kind: 'paragraph',
      text: `您申请办理“${facts.item.name}”，所交材料齐全、符合要求，我们已于${shownDay(facts.acceptedAt)}受理。`,
      indent: true,
    },
    {
      kind: 'rows',
      rows: [...caseRows(facts), { term: '受理时间', shown: shownInstant(facts.acceptedAt) }, ...dueRows(facts)],
    },
    { kind: 'heading', text: '已收到的材料' },
    materialsTable(facts.materials),
    { kind: 'heading', text: '接下来' },
    { kind: 'numbered-list', items: nextSteps(facts) },
    contactNote(facts),
  ]);
}

function dueRows({ due }: AcceptanceSnapshot): readonly Row[] {
  if (due === null) return [{ term: '办理时限', shown: '当场办结' }];
  return [
    { term: '办理时限', shown: `自受理之日起 ${due.workingDays} 个工作日` },
    { term: '最迟办结日', shown: due.provisional ? `${shownDate(due.date)}（暂定）` : shownDate(due.date) },
  ];
}

function nextSteps({ due }: AcceptanceSnapshot): readonly string[] {
  return [
    '办理进度可随时在“医保易办”的“我的办件”里查看，每一步都有消息告诉您。',
    ...(due === null ? [] : ['如果还需要您补充材料，我们会一次说清；您补充期间，办理时限暂停计算。']),
    ...(due?.provisional === true
      ? ['最迟办结日所在年份的放假安排尚未公布，日期先按周末推算，公布后如有变化会告诉您。']
      : []),
    '办结后，结果会发到您的手机上，也可以到窗口领取。',
  ];
}
