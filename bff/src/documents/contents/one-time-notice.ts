/** 一次性告知书: everything that is missing or wrong, told at once, and how to put it right. */
import type { DocumentContent } from '../document-content.js';
import type { NoticeSnapshot } from '../document-snapshot.js';
import { shownDate } from '../shown-values.js';
import { caseRows, contactNote, salutation, sealedPaper } from './case-parts.js';

export function oneTimeNotice(facts: NoticeSnapshot): DocumentContent {
  const { items, until } = facts.notice;
  return sealedPaper('one-time-notice', facts, [
    salutation(facts),
    {
      kind: 'paragraph',
      text: `您申请办理“${facts.item.name}”，我们已经核对。下表所列 ${items.length} 项需要补正，除此之外没有别的要求。请在${shownDate(until)}前一次补齐，我们收到后接着办，已经填好和交来的不用再交。`,
      indent: true,
    },
    { kind: 'rows', rows: caseRows(facts) },
    { kind: 'heading', text: '需要补正的内容' },
    {
      kind: 'table',
      table: {
        columns: [
          { title: '序号', weight: 9, align: 'center' },
          { title: '材料或信息', weight: 33, align: 'left' },
          { title: '存在的问题和补正要求', weight: 58, align: 'left' },
        ],
        rows: items.map(({ subject, reason }, index) => [String(index + 1), subject, reason]),
      },
    },
    { kind: 'heading', text: '怎样补正' },
    {
      kind: 'numbered-list',
      items: [
        '手机上：打开“医保易办”，在“我的办件”里找到这一件，按提示补拍或改填后提交。',
        `窗口：带上要补的材料到${facts.agency.address}，工作人员帮您补。`,
        `从告知之日到收到您的补正，办理时限暂停计算。${shownDate(until)}前没有补正的，本次办件终止，您可以随时重新申请。`,
      ],
    },
    contactNote(facts),
  ]);
}
