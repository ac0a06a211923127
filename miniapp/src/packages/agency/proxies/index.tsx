import { BusyProxies } from '../../../agency/busy-proxies';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyProxies() {
  return (
    <OfficersOnly>
      <BusyProxies />
    </OfficersOnly>
  );
}
