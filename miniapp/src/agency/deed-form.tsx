/** DeedForm: the frame of what has to be filled in before a decision; Ctrl+Enter goes on, Esc leaves it. */
import { useEffect, useRef } from 'react';
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../ui/button';
import { focusFirstField } from './focus';
import { KeyHint } from './key-hint';
import { useKeys } from './keys';
import { Panel } from './panel';
import './deed-form.scss';

interface DeedFormProps {
  title: string;
  goOn: string;
  danger?: boolean;
  onGoOn: () => void;
  onLeave: () => void;
}

export function DeedForm({ title, goOn, danger, onGoOn, onLeave, children }: PropsWithChildren<DeedFormProps>) {
  const frame = useRef<unknown>(null);
  useEffect(() => focusFirstField(frame.current), []);
  useKeys({ 'ctrl+enter': onGoOn }, true);
  return (
    <View className="deed-form" ref={frame}>
      <Panel title={title}>
        {children}
        <View className="deed-form-buttons">
          <Button kind={danger ? 'danger' : 'primary'} onPress={onGoOn}>
            {goOn}
            <KeyHint name="Ctrl+Enter" />
          </Button>
          <Button kind="secondary" onPress={onLeave}>
            先不
            <KeyHint name="Esc" />
          </Button>
        </View>
      </Panel>
    </View>
  );
}
