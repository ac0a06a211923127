import { FilingStart } from '../../../filing/filing-start';

export default function FilingPage() {
  return <FilingStart />;
}
