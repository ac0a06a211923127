import { OfficersOnly } from '../../../agency/officers-only';
import { Grants } from '../../../agency-grants/grants';

export default function AgencyGrant() {
  return (
    <OfficersOnly>
      <Grants />
    </OfficersOnly>
  );
}
