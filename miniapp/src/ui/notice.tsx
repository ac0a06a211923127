/**
 * Notice: something the person has to know, and what to do next.
 *   <Notice tone="error" title="二维码已过期" action={{ label: '重新扫码', onPress }}>请在医保码页面刷新后再扫。</Notice>
 *   tone  info | good | warn | error. An error is told at once by screen readers and has its own read-aloud button.
 */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { useReadingAloud } from '../reading-aloud/use-reading-aloud';
import { Button } from './button';
import { Icon } from './icon';
import './notice.scss';

interface NoticeProps {
  tone: 'info' | 'good' | 'warn' | 'error';
  title: string;
  /** Words after the title; children may be richer, this is also read aloud. */
  detail?: string;
  action?: { label: string; onPress: () => void | Promise<unknown> };
}

const ICONS = { info: 'info', good: 'check', warn: 'warn', error: 'warn' } as const;

export function Notice({ tone, title, detail, action, children }: PropsWithChildren<NoticeProps>) {
  const reading = useReadingAloud();
  return (
    <View className={`notice notice-${tone}`} ariaRole={tone === 'error' ? 'alert' : 'status'}>
      <View className="notice-title">
        <Icon name={ICONS[tone]} />
        <View className="notice-words">{title}</View>
      </View>
      {detail && <View className="notice-body">{detail}</View>}
      {children && <View className="notice-body">{children}</View>}
      {action && (
        <Button kind="secondary" onPress={action.onPress}>
          {action.label}
        </Button>
      )}
      {tone === 'error' && reading.available && (
        <Button
          kind="quiet"
          icon={reading.speaking ? 'stop' : 'sound'}
          onPress={() => reading.toggle([title, detail].filter(Boolean).join('。'))}
        >
          {reading.speaking ? '停止朗读' : '读给我听'}
        </Button>
      )}
    </View>
  );
}
