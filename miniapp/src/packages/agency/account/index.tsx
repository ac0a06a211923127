import { OwnAccount } from '../../../administration/own-account';
import { OfficersOnly } from '../../../agency/officers-only';

export default function AgencyOwnAccount() {
  return (
    <OfficersOnly>
      <OwnAccount />
    </OfficersOnly>
  );
}
