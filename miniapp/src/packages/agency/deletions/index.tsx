import { OfficersOnly } from '../../../agency/officers-only';
import { Deletions } from '../../../agency-retention/deletions';

export default function AgencyDeletions() {
  return (
    <OfficersOnly>
      <Deletions />
    </OfficersOnly>
  );
}
