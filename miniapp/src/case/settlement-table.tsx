/** 结算: what was claimed and what is paid, category by category, with the reason where less is paid. */
import type { Settlement } from '@yiban/shared-types/cases';
import { shownMoney } from '../wording/money';
import { Card } from '../ui/card';
import { Row } from '../ui/row';

export function SettlementTable({ settlement, paid }: { settlement: Settlement; paid: boolean }) {
  return (
    <Card flush title={paid ? '发给您多少' : '核定多少'}>
      <Row title="合计" detail={`您申报 ${shownMoney(settlement.claimed)}`} value={shownMoney(settlement.approved)} />
      {settlement.lines.map(({ category, claimed, approved, reason }) => (
        <Row
          key={category}
          title={category}
          detail={[`申报 ${shownMoney(claimed)}`, reason].filter(Boolean).join('，')}
          value={shownMoney(approved)}
        />
      ))}
    </Card>
  );
}
