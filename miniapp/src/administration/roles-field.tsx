/** RolesField: which roles an officer has, one or more. */
import { View } from '@tarojs/components';
import type { OfficerRole } from '@yiban/shared-types/agency';
import { roleNames } from '../agency/case-words';
import { Chip } from '../agency/chip';
import { Field } from '../ui/field';

const roles: readonly OfficerRole[] = [
  'window',
  'first-reviewer',
  'second-reviewer',
  'payer',
  'expert',
  'supervisor',
  'administrator',
];

interface RolesFieldProps {
  value: readonly OfficerRole[];
  onChange: (value: readonly OfficerRole[]) => void;
  error?: string;
}

export function RolesField({ value, onChange, error }: RolesFieldProps) {
  return (
    <Field label="岗位" hint="初审、复核、拨付在一个办件上由不同的人办。" error={error}>
      <View className="chips">
        {roles.map((role) => {
          const has = value.includes(role);
          return (
            <Chip
              key={role}
              role="checkbox"
              chosen={has}
              onPress={() => onChange(has ? value.filter((one) => one !== role) : [...value, role])}
            >
              {roleNames[role]}
            </Chip>
          );
        })}
      </View>
    </Field>
  );
}
