import { Page } from '../../ui/page';

export default function Item() {
  return <Page title="事项说明">{null}</Page>;
}
