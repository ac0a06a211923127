/** ShareLink in WeChat: its own button sends a card with the page. Described in share-link.h5.tsx. */
import { Button } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import '../ui/button.scss';
import './share-link.scss';

export function ShareLink({ link }: { link: string }) {
  const code = /[?&]code=([^&#]+)/.exec(link)?.[1] ?? '';
  useShareAppMessage(() => ({
    title: '请您同意家人替您办医保',
    path: `/packages/proxy/sign/index?code=${code}`,
  }));
  return (
    <Button className="button button-secondary share-link" openType="share">
      发给微信里的家人
    </Button>
  );
}
