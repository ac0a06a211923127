/** GrantRefusalForm: why the papers of a grant are not accepted, and what becomes of the case. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { ChoiceField } from '../ui/choice-field';
import { TextField } from '../ui/text-field';
import { deedWords } from './case-words';
import { Chip } from './chip';
import { DeedForm } from './deed-form';
import type { GrantRefusal } from './drafts';
import type { Deed } from './office-api';
import { reasonsForGrant } from './suggested-reasons';

interface GrantRefusalFormProps {
  draft: GrantRefusal;
  onDraft: (draft: GrantRefusal) => void;
  onGoOn: (deed: Deed) => void;
  onLeave: () => void;
}

export function GrantRefusalForm({ draft, onDraft, onGoOn, onLeave }: GrantRefusalFormProps) {
  const [tried, setTried] = useState(false);
  const { reason, outcome } = draft;
  const { name } = deedWords['refuse-grant'];

  function goOn() {
    setTried(true);
    if (reason.trim() !== '' && outcome !== null) onGoOn({ action: 'refuse-grant', reason: reason.trim(), outcome });
  }

  return (
    <DeedForm title={name} goOn={`写好了，${name}`} danger onGoOn={goOn} onLeave={onLeave}>
      <TextField
        label="哪里不对"
        hint="代办人和参保人都看得到。"
        kind="paragraph"
        maxLength={500}
        value={reason}
        error={tried && reason.trim() === '' ? '请写明哪里不对。' : undefined}
        onChange={(words) => onDraft({ ...draft, reason: words })}
      />
      <View className="chips">
        {reasonsForGrant.map((words) => (
          <Chip
            key={words}
            label={`填入：${words}`}
            onPress={() => onDraft({ ...draft, reason: reason === '' ? words : `${reason}\n${words}` })}
          >
            {words}
          </Chip>
        ))}
      </View>
      <ChoiceField
        label="这个办件怎么办"
        options={[
          { value: 'supplement', label: '一次性告知，请重新委托', hint: '计时暂停，委托补好再办' },
          { value: 'decline', label: '不予受理', hint: '决定书会发给申请人' },
        ]}
        value={outcome}
        error={tried && outcome === null ? '请选一个。' : undefined}
        onChange={(chosen) => onDraft({ ...draft, outcome: chosen })}
      />
    </DeedForm>
  );
}
