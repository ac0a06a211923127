import { useRouter } from '@tarojs/taro';
import { OfficersOnly } from '../../../agency/officers-only';
import { Batch } from '../../../agency-payments/batch';

export default function AgencyBatch() {
  const { params } = useRouter();
  return (
    <OfficersOnly>
      <Batch id={params.id ?? ''} />
    </OfficersOnly>
  );
}
