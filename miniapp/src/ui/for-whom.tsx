/**
 * ForWhom: for whom what is on the screen is filed. Put around the pages of one case; every <Page> and <Sheet> inside says
 * it, so that nobody fills in for the wrong person.
 *   <ForWhom name="妈妈 王*英" onSwitch={chooseAgain}>…</ForWhom>
 *   onSwitch  「换人」; leave it out where the person stands fast
 */
import { createContext, useContext, useMemo } from 'react';
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Icon } from './icon';
import './for-whom.scss';

interface Whom {
  readonly name: string;
  readonly onSwitch?: () => void;
}

const WhomContext = createContext<Whom | null>(null);

export function ForWhom({ name, onSwitch, children }: PropsWithChildren<Whom>) {
  const whom = useMemo(() => ({ name, ...(onSwitch === undefined ? {} : { onSwitch }) }), [name, onSwitch]);
  return <WhomContext.Provider value={whom}>{children}</WhomContext.Provider>;
}

/** Stays at the top of the page. */
export function ForWhomBar() {
  const whom = useContext(WhomContext);
  if (whom === null) return null;
  const { name, onSwitch } = whom;
  return (
    <View className="for-whom" ariaRole="region" ariaLabel={`给谁办：${name}`}>
      <Icon name="me" />
      <View className="for-whom-words">
        给<View className="for-whom-name">{name}</View>办
      </View>
      {onSwitch && (
        <View
          className="for-whom-switch"
          hoverClass="is-pressed"
          ariaRole="button"
          ariaLabel="换人，给别人办"
          onClick={onSwitch}
        >
          换人
        </View>
      )}
    </View>
  );
}

/** 「给妈妈 王*英办。」 to be read aloud before the page; '' where nothing is filed. */
export function useForWhomWords(): string {
  const whom = useContext(WhomContext);
  return whom === null ? '' : `给${whom.name}办。\n`;
}

/** The same in a few words, over a sheet that hides the page. */
export function ForWhomLine() {
  const whom = useContext(WhomContext);
  return whom === null ? null : <View className="for-whom-line">给{whom.name}办</View>;
}
