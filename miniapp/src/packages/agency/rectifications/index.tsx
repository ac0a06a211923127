import { Rectifications } from '../../../agency/rectifications';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyRectifications() {
  return (
    <OfficersOnly>
      <Rectifications />
    </OfficersOnly>
  );
}
