/**
 * Field: the label, hint and error around something that is filled in. The fields below use it; screens seldom do.
 *   label  the question;  hint  how to answer;  error  what is wrong and what to do;  errorId  for ariaDescribedby
 */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Icon } from './icon';
import './field.scss';

/** What every field takes. */
export interface FieldProps {
  label: string;
  hint?: string;
  error?: string;
}

export function Field({ label, hint, error, errorId, children }: PropsWithChildren<FieldProps & { errorId?: string }>) {
  return (
    <View className={`field ${error ? 'has-error' : ''}`}>
      <View className="field-label">{label}</View>
      {hint && <View className="field-hint">{hint}</View>}
      {children}
      {error && (
        <View className="field-error" id={errorId} ariaRole="alert">
          <Icon name="warn" />
          <View className="field-error-words">{error}</View>
        </View>
      )}
    </View>
  );
}
