/** LimitField: how many working days an item may take; by case where it differs. */
import { View } from '@tarojs/components';
import type { TimeLimit } from '@yiban/shared-types/catalogue';
import { ChoiceField } from '../ui/choice-field';
import { Paragraph } from '../ui/paragraph';
import { TextField } from '../ui/text-field';
import { shownLimit } from '../wording/time-limit';

interface LimitFieldProps {
  limit: TimeLimit;
  statutory: TimeLimit;
  onChange: (limit: TimeLimit) => void;
}

type Simple = { readonly immediate: true } | { readonly workingDays: number };

export function LimitField({ limit, statutory, onChange }: LimitFieldProps) {
  const law = shownLimit(statutory);
  return (
    <View>
      {limit !== null && 'cases' in limit ? (
        limit.cases.map((one, i) => (
          <OneLimit
            key={one.when}
            label={`办理时限：${one.when}`}
            limit={one}
            onChange={(next) =>
              onChange({ cases: limit.cases.map((old, j) => (j === i ? { ...bare(old), ...next } : old)) })
            }
          />
        ))
      ) : (
        <OneLimit label="办理时限" limit={limit} onChange={onChange} />
      )}
      {law !== null && (
        <Paragraph small soft>
          法律规定：{law}。本地只能更短，两个里按更快的算。
        </Paragraph>
      )}
    </View>
  );
}

/** Without its limit: the condition stays. */
function bare<T extends { readonly when: string }>(one: T): T {
  const rest = { ...one };
  Reflect.deleteProperty(rest, 'immediate');
  Reflect.deleteProperty(rest, 'workingDays');
  return rest;
}

interface OneLimitProps {
  label: string;
  limit: Simple | null;
  onChange: (limit: Simple) => void;
}

function OneLimit({ label, limit, onChange }: OneLimitProps) {
  const days = limit !== null && 'workingDays' in limit ? limit.workingDays : null;
  const kind = limit === null ? null : days === null ? 'immediate' : 'days';
  return (
    <>
      <ChoiceField
        label={label}
        options={[
          { value: 'immediate', label: '即时办结' },
          { value: 'days', label: '按工作日' },
        ]}
        value={kind}
        onChange={(chosen) => onChange(chosen === 'immediate' ? { immediate: true } : { workingDays: days ?? 20 })}
      />
      {kind === 'days' && (
        <TextField
          label={`${label}（工作日）`}
          kind="digits"
          maxLength={3}
          value={String(days ?? '')}
          onChange={(typed) => onChange({ workingDays: Number(typed.replace(/\D/g, '')) })}
        />
      )}
    </>
  );
}
