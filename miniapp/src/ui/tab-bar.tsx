/** The bar at the bottom of the three tab pages. Ours, because WeChat's own can't grow in elder mode. */
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from './icon';
import './tab-bar.scss';

const TABS = [
  { tab: 'home', words: '首页', url: '/pages/home/index' },
  { tab: 'cases', words: '我的办件', url: '/pages/cases/index' },
  { tab: 'me', words: '我的', url: '/pages/me/index' },
] as const;

export type Tab = (typeof TABS)[number]['tab'];

export function TabBar({ current }: { current: Tab }) {
  return (
    <View className="tab-bar" ariaRole="navigation" ariaLabel="主菜单">
      {TABS.map(({ tab, words, url }) => (
        <View
          key={tab}
          className={`tab ${tab === current ? 'is-current' : ''}`}
          ariaRole="link"
          ariaLabel={words}
          ariaCurrent={tab === current ? 'page' : undefined}
          onClick={() => tab !== current && Taro.switchTab({ url })}
        >
          <Icon name={tab} />
          <View>{words}</View>
        </View>
      ))}
    </View>
  );
}
