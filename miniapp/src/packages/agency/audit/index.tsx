import { useRouter } from '@tarojs/taro';
import { AuditTrail } from '../../../agency/audit-trail';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyAudit() {
  const { params } = useRouter();
  return (
    <OfficersOnly>
      <AuditTrail caseId={params.case ?? null} />
    </OfficersOnly>
  );
}
