/** On the page of a receipt: that it was filled from the photo, and which fields the photo did not show clearly. */
import { View } from '@tarojs/components';
import type { ReceiptReading } from '@yiban/shared-types/reading';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { shownMoney } from '../wording/money';
import type { ReceiptDraft } from './receipt-draft';
import { isReadFrom, taken, unsureOf } from './receipt-reading';
import type { ReceiptField } from './receipt-reading';
import { shownDate } from './shown-answer';
import './receipt-marks.scss';

interface MarksProps {
  receipt: ReceiptDraft;
  reading: ReceiptReading | undefined;
}

export function ReadAlready({ receipt, reading }: MarksProps) {
  if (reading === undefined || !isReadFrom(receipt, reading)) return null;
  return <Notice tone="info" title="已从照片读出，请核对" detail="哪一项和票据不一样，点它就能改。" />;
}

interface UnsureProps extends MarksProps {
  field: ReceiptField;
  onTake: (read: Partial<ReceiptDraft>) => void;
}

/** Beneath an empty field; what it may say is filled in with one tap. */
export function ReadUnsure({ receipt, reading, field, onTake }: UnsureProps) {
  const unsure = reading === undefined ? null : unsureOf(receipt, reading, field);
  if (reading === undefined || unsure === null) return null;
  const shown = typeof unsure.value === 'number' ? shownMoney(unsure.value) : shownDate(unsure.value);
  return (
    <View className="read-unsure" ariaRole="status">
      <View className="read-unsure-words">
        <Icon name="warn" />
        <View>没看清，请核对</View>
      </View>
      <Button kind="secondary" onPress={() => onTake(taken(reading, field))}>
        {`是「${shown}」，填上`}
      </Button>
    </View>
  );
}
