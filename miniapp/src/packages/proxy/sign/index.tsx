import { usePageParameter } from '../../../navigation/page-parameter';
import { SignByLink } from './sign-by-link';
import { SignHere } from './sign-here';

/** The principal's page: who asks, for what, until when; then signing or refusing. By a link, or beside the proxy. */
export default function Sign() {
  const code = usePageParameter('code');
  const grant = usePageParameter('grant');
  return grant === '' ? <SignByLink code={code} /> : <SignHere id={grant} />;
}
