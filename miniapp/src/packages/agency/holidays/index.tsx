import { Holidays } from '../../../administration/holidays';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyHolidays() {
  return (
    <OfficersOnly>
      <Holidays />
    </OfficersOnly>
  );
}
