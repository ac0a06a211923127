import { useRouter } from '@tarojs/taro';
import { CaseDesk } from '../../../agency/case-desk';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyCase() {
  const { params } = useRouter();
  return (
    <OfficersOnly>
      <CaseDesk id={params.id ?? ''} />
    </OfficersOnly>
  );
}
