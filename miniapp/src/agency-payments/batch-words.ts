/** How a batch stands, in words. Pure. */
import type { PaymentBatchSummary, PaymentView } from '@yiban/shared-types/payments';
import { shownDay } from '../agency/case-words';

export function standingOf({ exportedAt, waiting, paid, refused }: PaymentBatchSummary): string {
  if (waiting.count === 0 && refused.count === 0) return `全部付成，${paid.count} 笔。`;
  const parts = [
    ...(paid.count > 0 ? [`付成 ${paid.count} 笔`] : []),
    ...(refused.count > 0 ? [`退回 ${refused.count} 笔`] : []),
    ...(waiting.count > 0 ? [`${exportedAt === null ? '还没交给银行' : '等银行结果'} ${waiting.count} 笔`] : []),
  ];
  return `${parts.join('，')}。`;
}

export function resultOf({ result, resultOn, reason, settled }: PaymentView): string {
  if (result === null) return '等银行结果';
  const on = resultOn === null ? '' : shownDay(resultOn);
  const following = settled ? '' : '（办件正在跟上，会自动完成）';
  return result === 'paid' ? `${on} 付成${following}` : `${on} 退回：${reason ?? ''}${following}`;
}
