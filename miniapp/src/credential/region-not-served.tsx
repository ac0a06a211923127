/** The person is insured somewhere that this product does not serve, or nowhere yet: what they can do instead. */
import { goHome } from '../navigation/open-page';
import { usePerson } from '../session/session';
import { isUninsured } from '../session/uninsured';
import { Notice } from '../ui/notice';

export function RegionNotServed() {
  const person = usePerson();
  if (person !== null && isUninsured(person)) {
    return (
      <Notice
        tone="info"
        title="您还没有参加医保"
        detail="没有工作的，可以参加居民医保；自己干活的，可以按灵活就业参加职工医保。在首页选户口所在地，或者办了居住证的地方，就能办。"
        action={{ label: '去首页办参保', onPress: goHome }}
      />
    );
  }
  return (
    <Notice
      tone="warn"
      title="您的参保地还没有开通网上办理"
      detail="请打参保地的医保电话 12393，或者到当地医保窗口办。这里各地的事项说明您都可以看。"
    />
  );
}
