/** What a seed lets people settle in person only: what to bring and where, and that it can be begun here. */
import { View } from '@tarojs/components';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';

export function OnSiteNotice({ item }: { item: ItemPage }) {
  if (item.onSite === null) return null;
  const { 办理机构及地点: places, 办事时间: hours } = item.disclosure;
  return (
    <Notice tone="info" title="按规定在窗口办，手机上也能先办好" detail={item.onSite}>
      <View>
        {[`去哪里：${places}`, `什么时候：${hours}`].flatMap((lines) =>
          lines.split('\n').map((line) => <Paragraph key={line}>{line}</Paragraph>),
        )}
      </View>
    </Notice>
  );
}
