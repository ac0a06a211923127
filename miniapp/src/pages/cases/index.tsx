import { Page } from '../../ui/page';

export default function Cases() {
  return (
    <Page title="我的办件" tab="cases">
      {null}
    </Page>
  );
}
