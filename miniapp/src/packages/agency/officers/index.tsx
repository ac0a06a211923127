import { Officers } from '../../../administration/officers';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyOfficers() {
  return (
    <OfficersOnly>
      <Officers />
    </OfficersOnly>
  );
}
