import { Rules } from '../../../administration/rules';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyRules() {
  return (
    <OfficersOnly>
      <Rules />
    </OfficersOnly>
  );
}
