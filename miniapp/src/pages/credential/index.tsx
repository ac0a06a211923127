import { Page } from '../../ui/page';

export default function Credential() {
  return <Page title="扫医保电子凭证">{null}</Page>;
}
