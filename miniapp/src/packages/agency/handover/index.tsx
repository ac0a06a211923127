import { HandOver } from '../../../agency/hand-over';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyHandOver() {
  return (
    <OfficersOnly>
      <HandOver />
    </OfficersOnly>
  );
}
