/** PayableRow: a case that waits for its money: ticked, or why it cannot be. */
import { View } from '@tarojs/components';
import type { PayableCase } from '@yiban/shared-types/payments';
import { shownDay, shownYuan } from '../agency/case-words';
import { openCase } from '../agency/ways';
import { Icon } from '../ui/icon';

interface PayableRowProps {
  payable: PayableCase;
  ticked: boolean;
  onToggle: () => void;
}

export function PayableRow({ payable, ticked, onToggle }: PayableRowProps) {
  const { id, number, itemName, amount, payee, dueAt, obstacle } = payable;
  const words = (
    <>
      <View className="payable-amount">{shownYuan(amount)} 元</View>
      <View className="payable-payee">
        <View className="payable-name">{payee?.name ?? '没有收款账户'}</View>
        {payee !== null && (
          <View className="payable-soft">
            {payee.bank} {payee.account}
          </View>
        )}
      </View>
      <View className="payable-case">
        <View>{itemName}</View>
        <View className="payable-soft">{number}</View>
      </View>
      <View className="payable-due">{dueAt === null ? '' : `${shownDay(dueAt)} 到期`}</View>
    </>
  );
  if (obstacle !== null) {
    return (
      <View className="payable-row is-barred" hoverClass="is-pressed" ariaRole="button" onClick={() => openCase(id)}>
        <View className="payable-box" ariaHidden />
        {words}
        <View className="payable-obstacle">{obstacle}点开看这个办件。</View>
      </View>
    );
  }
  return (
    <View
      className={`payable-row ${ticked ? 'is-ticked' : ''}`}
      hoverClass="is-pressed"
      ariaRole="checkbox"
      ariaChecked={ticked}
      onClick={onToggle}
    >
      <View className="payable-box" ariaHidden>
        {ticked && <Icon name="check" />}
      </View>
      {words}
    </View>
  );
}
