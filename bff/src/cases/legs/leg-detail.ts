/** What came with a step between agencies, as it is kept and as people read it. Pure. */
import type { CaseLegView } from '@yiban/shared-types/cases';
import { z } from 'zod';
import { shownMoney, shownMonth } from '../../documents/shown-values.js';

export const legDetail = z.discriminatedUnion('kind', [
  /** 联系函 */
  z.object({ kind: z.literal('letter'), letterNo: z.string() }),
  /** 信息表 and 转移资金 of the other agency */
  z.object({
    kind: z.literal('answer'),
    sheetNo: z.string(),
    from: z.string(),
    until: z.string(),
    months: z.number(),
    /** Fen. */
    funds: z.number(),
  }),
]);
export type LegDetail = z.infer<typeof legDetail>;

export function shownDetail(detail: LegDetail): CaseLegView['details'] {
  if (detail.kind === 'letter') return [{ term: '联系函编号', shown: detail.letterNo }];
  return [
    { term: '信息表编号', shown: detail.sheetNo },
    { term: '转入的缴费时间', shown: `${shownMonth(detail.from.slice(0, 7))}—${shownMonth(detail.until.slice(0, 7))}` },
    { term: '转入的缴费月数', shown: `${detail.months} 个月` },
    { term: '转入的资金', shown: shownMoney(detail.funds) },
  ];
}
