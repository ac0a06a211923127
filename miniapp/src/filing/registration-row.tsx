/** A registration among the answers: by what it is and where, not by its number. */
import { useKept } from '../kept/kept';
import { Row } from '../ui/row';
import type { RowMark } from '../ui/row';
import { registrationDetail, registrationsOf } from './case-registrations';

interface RegistrationRowProps {
  caseId: string;
  registration: string;
  term: string;
  mark: RowMark;
  onPress: () => void;
}

export function RegistrationRow({ caseId, registration, term, mark, onPress }: RegistrationRowProps) {
  const { value } = useKept(registrationsOf(caseId));
  const chosen = value?.registrations.find(({ id }) => id === registration);
  const title = chosen === undefined ? registration : `${chosen.kindName}，${registrationDetail(chosen)}`;
  return <Row title={title || '还没选'} detail={term} mark={mark} onPress={onPress} />;
}
