/** A mother's case of 生育医疗费支付 with one receipt, submitted. */
import type { CaseView } from '@yiban/shared-types/cases';
import type { CitizenClient } from '../../scripts/client/citizen.ts';
import {
  freshReceipts,
  photographed,
  receiptAnswers,
  withPhotos,
  withSignature,
} from '../../scripts/demo/filed-cases.ts';

/** What the receipt claims, in fen. */
export const claimedFen = 300_000;

export async function filedDelivery(mother: CitizenClient): Promise<CaseView> {
  const receipts = freshReceipts('李文静', '2026-09-14', [claimedFen]);
  const photo = await photographed(mother, 'receipt', '医疗住院收费票据', ['金额合计 3000.00']);
  const answers = {
    claimant: 'mother',
    deliveryDate: '2026-09-12',
    deliveryPlace: { code: '620102', name: '甘肃省 兰州市 城关区' },
    deliveryHospital: '兰州市妇幼保健院',
    birthKind: 'natural',
    children: 1,
    receipts: receiptAnswers(receipts, [photo]),
    expenseTotal: claimedFen,
    withAllowance: false,
    accountHolder: '李文静',
    bank: '中国农业银行',
    bankCard: '6228480402564890018',
    phone: '13900005678',
  };
  let draft = await mother.save(await mother.open('maternity-delivery', '620000'), answers);
  draft = await mother.attach(draft, 'receipts', { alternative: 'receipts', uploads: [photo] });
  for (const paper of ['expense-list', 'medical-record']) {
    draft = await withPhotos(mother, draft, paper, paper, [{ title: paper, lines: ['测试用纸'] }]);
  }
  return mother.submit(await withSignature(mother, draft, 'fertility-registration', 'commitment-letter'));
}
