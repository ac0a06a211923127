import { OfficersOnly } from '../../../agency/officers-only';
import { Queue } from '../../../agency/queue';

export default function AgencyQueue() {
  return (
    <OfficersOnly>
      <Queue />
    </OfficersOnly>
  );
}
