import { Figures } from '../../../agency-figures/figures';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyFigures() {
  return (
    <OfficersOnly>
      <Figures />
    </OfficersOnly>
  );
}
