import { FilingStart } from '../../../filing/filing-start';
import { LastResort } from '../../../filing/last-resort';

export default function FilingPage() {
  return (
    <LastResort>
      <FilingStart />
    </LastResort>
  );
}
