import { Page } from '../../ui/page';

export default function Case() {
  return <Page title="办件详情">{null}</Page>;
}
