/**
 * Page: the root of every screen. Sets the type scale, and draws what every page has: title, read-aloud, telephone,
 * 长辈版 switch, for whom it is filed, offline banner, and the tab bar on tab pages.
 *   <Page title="我的办件" tab="cases">…</Page>
 *   <Page title="填写备案信息" actions={<Button onPress={next}>下一步</Button>}>…</Page>
 *   title    heading of level 1
 *   lead     one line below it that says what to do here
 *   tab      home | cases | me: this is a tab page (no way back, tab bar shown)
 *   actions  buttons that stay at the bottom of the screen
 *   onBack   instead of going back one page; null where there is nothing to go back to
 */
import { useRef } from 'react';
import type { CSSProperties, PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useElderMode } from '../elder/elder-mode';
import { useOnline } from '../network/online';
import { readableText } from '../reading-aloud/readable-text';
import { focusTitle } from './focus-title';
import { ForWhomBar, useForWhomWords } from './for-whom';
import { HelpBar } from './help-bar';
import { Icon } from './icon';
import { leavePage } from './leave-page';
import { hasOwnBackButton } from './own-back-button';
import { TabBar } from './tab-bar';
import type { Tab } from './tab-bar';
import './page.scss';

interface PageProps {
  title: string;
  lead?: string;
  tab?: Tab;
  actions?: ReactNode;
  onBack?: (() => void) | null;
}

type ScaledStyle = CSSProperties & Record<`--${string}`, string>;

export function Page({ title, lead, tab, actions, onBack, children }: PropsWithChildren<PageProps>) {
  const { elder, scale } = useElderMode();
  const online = useOnline();
  const forWhom = useForWhomWords();
  const content = useRef<unknown>(null);
  const heading = useRef<unknown>(null);
  const style: ScaledStyle = { '--fs': scale.toFixed(3), '--target': elder ? '60px' : '48px' };

  useDidShow(() => focusTitle(heading.current));

  return (
    <View className={`page ${elder ? 'is-elder' : ''} ${tab ? 'has-tabs' : ''}`} style={style}>
      <View className="page-top" ariaRole="banner">
        {!tab && onBack !== null && hasOwnBackButton && (
          <View className="page-back" hoverClass="is-pressed" ariaRole="button" onClick={onBack ?? leavePage}>
            <Icon name="back" />
            <View>返回</View>
          </View>
        )}
        <HelpBar textToRead={() => forWhom + readableText(content.current)} />
      </View>
      <ForWhomBar />
      {!online && (
        <View className="page-offline" ariaRole="status">
          <Icon name="offline" />
          <View>没有网络。您填的内容都会留着，连上网再继续。</View>
        </View>
      )}
      <View className="page-content" ref={content} ariaRole="main">
        <View className="page-title" ref={heading} ariaRole="heading" ariaLevel={1} tabIndex={-1}>
          {title}
        </View>
        {lead && <View className="page-lead">{lead}</View>}
        {children}
      </View>
      {(actions || tab) && (
        <View className="page-bottom">
          {actions && <View className="page-actions">{actions}</View>}
          {tab && <TabBar current={tab} />}
        </View>
      )}
    </View>
  );
}
