/** PaymentTable: every payment of a batch with what the bank said to it. */
import { View } from '@tarojs/components';
import type { PaymentView } from '@yiban/shared-types/payments';
import { shownYuan } from '../agency/case-words';
import { Panel } from '../agency/panel';
import { openCase } from '../agency/ways';
import { resultOf } from './batch-words';

export function PaymentTable({ payments }: { payments: readonly PaymentView[] }) {
  return (
    <Panel title="每一笔">
      <View className="payable-list" ariaRole="list" ariaLabel="每一笔">
        {payments.map((payment) => (
          <View key={payment.serial} ariaRole="listitem">
            <View
              className={`payable-row ${payment.result === 'refused' ? 'is-refused' : ''}`}
              hoverClass="is-pressed"
              ariaRole="button"
              onClick={() => openCase(payment.caseId)}
            >
              <View className="payable-amount">{shownYuan(payment.amount)} 元</View>
              <View className="payable-payee">
                <View className="payable-name">{payment.payee}</View>
                <View className="payable-soft">
                  {payment.bank} {payment.account}
                </View>
              </View>
              <View className="payable-case">
                <View>{payment.itemName}</View>
                <View className="payable-soft">流水号 {payment.serial}</View>
              </View>
              <View className={`payable-result is-${payment.result ?? 'waiting'}`}>{resultOf(payment)}</View>
            </View>
          </View>
        ))}
      </View>
    </Panel>
  );
}
