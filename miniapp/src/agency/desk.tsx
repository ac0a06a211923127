/**
 * Desk: the frame of every screen of the workbench: who works here, what was done last, whether there is a network.
 *   <Desk title="待办队列" onBack={…} wide>…</Desk>
 *   fixed  the columns inside scroll, not the page (on a wide screen)
 */
import { useRef } from 'react';
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { setTypeMode, useElderMode } from '../elder/elder-mode';
import { useOnline } from '../network/online';
import { focusTitle } from '../ui/focus-title';
import { Icon } from '../ui/icon';
import { rolesInWords } from './case-words';
import { KeyHint } from './key-hint';
import { openOwnAccount } from '../administration/ways';
import { hasKeyboard } from './keys';
import { sayDone, useLastDeed } from './last-deed';
import { logOut, useOfficer } from './officer-session';
import { switchShortcuts, useShortcutsOn } from './shortcuts';
import './desk.scss';

/** What one officer did is no news for the next one at the same desk. */
async function leave(): Promise<void> {
  sayDone(null);
  await logOut();
}

interface DeskProps {
  title: string;
  fixed?: boolean;
  onBack?: { readonly words: string; readonly go: () => void };
}

export function Desk({ title, fixed = false, onBack, children }: PropsWithChildren<DeskProps>) {
  const officer = useOfficer();
  const online = useOnline();
  const done = useLastDeed();
  const shortcuts = useShortcutsOn();
  const { elder } = useElderMode();
  const heading = useRef<unknown>(null);

  useDidShow(() => focusTitle(heading.current));

  return (
    <View className={`desk ${fixed ? 'is-fixed' : ''} ${elder ? 'is-elder' : ''}`}>
      <View className="desk-top" ariaRole="banner">
        {onBack && (
          <View className="desk-link" hoverClass="is-pressed" ariaRole="button" onClick={onBack.go}>
            <Icon name="back" />
            <View>{onBack.words}</View>
            <KeyHint name="Esc" />
          </View>
        )}
        <View className="desk-title" ref={heading} ariaRole="heading" ariaLevel={1} tabIndex={-1}>
          {title}
        </View>
        <View
          className="desk-link"
          hoverClass="is-pressed"
          ariaRole="button"
          ariaLabel={elder ? '换回标准版' : '换成长辈版，字更大'}
          onClick={() => setTypeMode(elder ? 'normal' : 'elder')}
        >
          <Icon name="letters" />
          <View>{elder ? '标准版' : '长辈版'}</View>
        </View>
        {officer && (
          <View className="desk-officer">
            <View className="desk-name">
              {officer.name} · {rolesInWords(officer)}
            </View>
            {hasKeyboard && (
              <View
                className="desk-link desk-shortcuts"
                ariaRole="switch"
                ariaChecked={shortcuts}
                ariaLabel="单键快捷键"
                onClick={switchShortcuts}
              >
                快捷键：{shortcuts ? '开' : '关'}
              </View>
            )}
            <View className="desk-link" hoverClass="is-pressed" ariaRole="button" onClick={openOwnAccount}>
              账号
            </View>
            <View className="desk-link" hoverClass="is-pressed" ariaRole="button" onClick={leave}>
              退出
            </View>
          </View>
        )}
      </View>
      {!online && (
        <View className="desk-band is-warn" ariaRole="status">
          <Icon name="offline" />
          <View>没有网络。写好的内容都在，连上网再发。</View>
        </View>
      )}
      {done !== null && (
        <View className="desk-band is-good" ariaRole="status">
          <Icon name="check" />
          <View className="desk-done">{done}</View>
          <View className="desk-link" ariaRole="button" ariaLabel="收起提示" onClick={() => sayDone(null)}>
            <Icon name="close" />
          </View>
        </View>
      )}
      <View className="desk-content" ariaRole="main">
        {children}
      </View>
    </View>
  );
}
