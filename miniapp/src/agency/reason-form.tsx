/** ReasonForm: why the case is declined, rejected or sent back. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { TextField } from '../ui/text-field';
import { deedWords } from './case-words';
import { Chip } from './chip';
import { DeedForm } from './deed-form';
import type { Deed } from './office-api';
import { reasonsFor } from './suggested-reasons';

export type ReasonedAction = keyof typeof reasonsFor;

interface ReasonFormProps {
  action: ReasonedAction;
  reason: string;
  onReason: (reason: string) => void;
  onGoOn: (deed: Deed) => void;
  onLeave: () => void;
}

export function ReasonForm({ action, reason, onReason, onGoOn, onLeave }: ReasonFormProps) {
  const [missing, setMissing] = useState(false);
  const { name, danger } = deedWords[action];
  const readers =
    action === 'send-back' ? '前一环节的同事和申请人都会看到。' : '会写进决定书，申请人看得到。请写明事实和依据。';

  function goOn() {
    const isMissing = reason.trim() === '';
    setMissing(isMissing);
    if (!isMissing) onGoOn({ action, reason: reason.trim() });
  }

  return (
    <DeedForm title={name} goOn={`写好了，${name}`} danger={danger} onGoOn={goOn} onLeave={onLeave}>
      <TextField
        label="理由"
        hint={readers}
        kind="paragraph"
        maxLength={500}
        value={reason}
        onChange={onReason}
        error={missing && reason.trim() === '' ? '请写明理由。' : undefined}
      />
      <View className="chips">
        {reasonsFor[action].map((words) => (
          <Chip
            key={words}
            label={`填入：${words}`}
            onPress={() => onReason(reason === '' ? words : `${reason}\n${words}`)}
          >
            {words}
          </Chip>
        ))}
      </View>
    </DeedForm>
  );
}
