/** 结算单: what was claimed, what is paid, why the rest is not, to which account, by whose review. */
import { maskBankCard } from '../../people/masking.js';
import { capitalAmount } from '../capital-amount.js';
import { documentNames, type Block, type DocumentContent, type Row } from '../document-content.js';
import type { SettlementSnapshot } from '../document-snapshot.js';
import { shownAmount, shownDate, shownInstant } from '../shown-values.js';
import { caseRows, contactNote, sealedPaper } from './case-parts.js';

export function settlementStatement(facts: SettlementSnapshot): DocumentContent {
  const content = sealedPaper('settlement-statement', facts, [
    { kind: 'rows', rows: caseRows(facts) },
    { kind: 'heading', text: '费用结算（单位：元）' },
    amounts(facts),
    { kind: 'heading', text: '支付' },
    { kind: 'rows', rows: payment(facts) },
    { kind: 'heading', text: '办理经过' },
    {
      kind: 'steps',
      steps: facts.history.map(({ at, step, actor, reason }) => ({
        at: shownInstant(at),
        step,
        actor,
        note: reason ?? '',
      })),
    },
    contactNote(facts),
  ]);
  return { ...content, title: `${facts.item.name}${documentNames['settlement-statement']}` };
}

function amounts({ settlement: { lines } }: SettlementSnapshot): Block {
  const claimed = lines.reduce((sum, line) => sum + line.claimed, 0);
  const approved = lines.reduce((sum, line) => sum + line.approved, 0);
  return {
    kind: 'amounts',
    amounts: {
      table: {
        columns: [
          { title: '费用类别', weight: 23, align: 'left' },
          { title: '申报金额', weight: 17, align: 'right' },
          { title: '支付金额', weight: 17, align: 'right' },
          { title: '不予支付', weight: 17, align: 'right' },
          { title: '说明', weight: 26, align: 'left' },
        ],
        rows: lines.map((line) => [
          line.category,
          shownAmount(line.claimed),
          shownAmount(line.approved),
          shownAmount(line.claimed - line.approved),
          line.reason ?? '',
        ]),
      },
      total: ['合计', shownAmount(claimed), shownAmount(approved), shownAmount(claimed - approved), ''],
      capital: { term: '支付金额（大写）', shown: `人民币${capitalAmount(approved)}` },
    },
  };
}

function payment({ settlement }: SettlementSnapshot): readonly Row[] {
  const { payee, paidAt } = settlement;
  return [
    { term: '拨付时间', shown: shownPaid(paidAt) },
    ...(payee === null
      ? []
      : [
          { term: '收款人', shown: payee.name },
          { term: '收款账号', shown: maskBankCard(payee.card) },
          ...(payee.bank === null ? [] : [{ term: '开户银行', shown: payee.bank }]),
        ]),
    { term: '初审', shown: settlement.reviewedBy },
    { term: '复核', shown: settlement.confirmedBy },
  ];
}

function shownPaid(paidAt: string | null): string {
  if (paidAt === null) return '待拨付';
  return paidAt.includes('T') ? shownInstant(paidAt) : shownDate(paidAt);
}
