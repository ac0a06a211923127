/** NoRegion: in the place of what a region publishes, while none is known. `what`: 「评价」. */
import { goHome } from '../navigation/open-page';
import { Empty } from '../ui/empty';

export function NoRegion({ what }: { what: string }) {
  return (
    <Empty
      icon="home"
      title={`还不知道要看哪里的${what}`}
      detail="请回首页，先选参保地。"
      action={{ label: '回首页', onPress: goHome }}
    />
  );
}
