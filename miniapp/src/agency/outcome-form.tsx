/** OutcomeForm: what came of a rectification, in words that the person reads. */
import { useState } from 'react';
import { TextField } from '../ui/text-field';
import { DeedForm } from './deed-form';

interface OutcomeFormProps {
  outcome: string;
  onOutcome: (outcome: string) => void;
  onSend: () => Promise<void>;
  onLeave: () => void;
}

export function OutcomeForm({ outcome, onOutcome, onSend, onLeave }: OutcomeFormProps) {
  const [missing, setMissing] = useState(false);
  const isEmpty = outcome.trim() === '';
  function goOn() {
    setMissing(isEmpty);
    if (!isEmpty) void onSend();
  }
  return (
    <DeedForm title="整改结果" goOn="写好了，告诉本人" onGoOn={goOn} onLeave={onLeave}>
      <TextField
        label="查到什么，改了什么"
        hint="本人会在消息和办件里看到。请用平常话写清楚，不写其他人的姓名。"
        kind="paragraph"
        maxLength={500}
        value={outcome}
        onChange={onOutcome}
        error={missing && isEmpty ? '请写明整改结果。' : undefined}
      />
    </DeedForm>
  );
}
