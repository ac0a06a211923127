import { Opening } from '../../../administration/opening';

export default function AgencyOpening() {
  return <Opening />;
}
