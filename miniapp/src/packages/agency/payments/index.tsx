import { useRouter } from '@tarojs/taro';
import { OfficersOnly } from '../../../agency/officers-only';
import { Payments } from '../../../agency-payments/payments';

export default function AgencyPayments() {
  const { params } = useRouter();
  return (
    <OfficersOnly>
      <Payments chosen={params.case} />
    </OfficersOnly>
  );
}
