/** One receipt: its photos first, then what stands on it, from top to bottom. */
import { useState } from 'react';
import type { ReceiptReading } from '@yiban/shared-types/reading';
import type { Draft, DraftState } from '../drafts/draft';
import type { TakenPhoto } from '../photos/kept-file';
import { useNativeBack } from '../navigation/native-back';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { DateField } from '../ui/date-field';
import { MoneyField } from '../ui/money-field';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { TextField } from '../ui/text-field';
import { ReadAlready, ReadUnsure } from './receipt-marks';
import { receiptProblems } from './receipt-draft';
import type { ReceiptDraft } from './receipt-draft';
import { ReceiptPhotos } from './receipt-photos';
import { SaveState } from './save-state';
import { today } from './today';
import { useArrival, useShownError } from './use-arrival';

interface ReceiptPageProps {
  draft: Draft;
  name: string;
  receipt: ReceiptDraft;
  /** What was read from its photos; undefined while nothing was. */
  reading: ReceiptReading | undefined;
  saving: Pick<DraftState, 'saving' | 'problem'>;
  onChange: (receipt: ReceiptDraft) => void;
  /** Has the photos that changed put to the case. */
  onReplaced: () => Promise<void>;
  /** Sends photos; what stands for them among the uploads. */
  photograph: (files: readonly TakenPhoto[]) => readonly string[];
  onRemove: () => Promise<void>;
  onDone: () => void;
}

export function ReceiptPage({
  draft,
  name,
  receipt,
  reading,
  saving,
  onChange,
  onReplaced,
  photograph,
  onRemove,
  onDone,
}: ReceiptPageProps) {
  const [checked, setChecked] = useState(false);
  const [asking, setAsking] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const problems = checked ? receiptProblems(receipt, today()) : {};
  useArrival(name);
  useNativeBack(onDone, true);
  useShownError(refusals === 0 ? null : refusals);

  function change(news: Partial<ReceiptDraft>) {
    onChange({ ...receipt, ...news });
  }

  const marks = { receipt, reading, onTake: change };

  function finish() {
    const tidy = {
      ...receipt,
      code: compact(receipt.code),
      number: compact(receipt.number),
      checkCode: compact(receipt.checkCode),
    };
    onChange(tidy);
    setChecked(true);
    if (Object.keys(receiptProblems(tidy, today())).length === 0) onDone();
    else setRefusals(refusals + 1);
  }

  return (
    <Page
      title={name}
      lead="照着票据填，票上没有的就空着。"
      onBack={onDone}
      actions={
        <>
          <Button onPress={finish}>这张填好了</Button>
          <Button kind="quiet" onPress={onDone}>
            先放着，回到列表
          </Button>
        </>
      }
    >
      <ReceiptPhotos
        draft={draft}
        uploads={receipt.uploads}
        onChange={(uploads) => change({ uploads })}
        onReplaced={onReplaced}
        photograph={photograph}
      />
      <ReadAlready receipt={receipt} reading={reading} />
      {problems.uploads && <Notice tone="error" title="还没有照片" detail={problems.uploads} />}
      <TextField
        label="票据代码"
        hint="左上角的一串数字，票上没有就空着"
        kind="digits"
        maxLength={14}
        value={receipt.code}
        onChange={(code) => change({ code })}
        error={problems.code}
      />
      <ReadUnsure field="code" {...marks} />
      <TextField
        label="票据号码"
        hint="右上角的一串数字"
        kind="digits"
        maxLength={24}
        value={receipt.number}
        onChange={(number) => change({ number })}
        error={problems.number}
      />
      <ReadUnsure field="number" {...marks} />
      <TextField
        label="校验码"
        hint="6 位，票上没有就空着"
        maxLength={8}
        value={receipt.checkCode}
        onChange={(checkCode) => change({ checkCode })}
        error={problems.checkCode}
      />
      <ReadUnsure field="checkCode" {...marks} />
      <TextField
        label="交款人"
        hint="看病的人的姓名"
        maxLength={50}
        value={receipt.payer}
        onChange={(payer) => change({ payer })}
        error={problems.payer}
      />
      <ReadUnsure field="payer" {...marks} />
      <DateField
        label="开票日期"
        value={receipt.date}
        onChange={(date) => change({ date })}
        max={today()}
        error={problems.date}
      />
      <ReadUnsure field="date" {...marks} />
      <MoneyField
        label="金额合计"
        hint="票据上「金额合计」的小写数字"
        value={receipt.total}
        onChange={(total) => change({ total })}
        error={problems.total}
      />
      <ReadUnsure field="total" {...marks} />
      <TextField
        label="收款单位"
        hint="票据下面的医院名称"
        maxLength={80}
        value={receipt.hospital}
        onChange={(hospital) => change({ hospital })}
        error={problems.hospital}
      />
      <ReadUnsure field="hospital" {...marks} />
      <SaveState {...saving} />
      <Button kind="danger" onPress={() => setAsking(true)}>
        删掉这张票据
      </Button>
      <Confirm
        open={asking}
        title={`删掉${name}？`}
        confirm="删掉"
        cancel="不删"
        danger
        onConfirm={onRemove}
        onCancel={() => setAsking(false)}
      >
        照片和填的内容会一起删掉。
      </Confirm>
    </Page>
  );
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
