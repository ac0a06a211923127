/** The person is insured somewhere that this product does not serve: what they can do instead. */
import { Notice } from '../ui/notice';

export function RegionNotServed() {
  return (
    <Notice
      tone="warn"
      title="您的参保地还没有开通网上办理"
      detail="请打参保地的医保电话 12393，或者到当地医保窗口办。这里各地的事项说明您都可以看。"
    />
  );
}
