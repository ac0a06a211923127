/** A registration among the answers: by what it is and where, not by its number. */
import { useKept } from '../kept/kept';
import { Row } from '../ui/row';
import type { RowMark } from '../ui/row';
import { ownRegistrations, registrationDetail } from './own-registrations';

interface RegistrationRowProps {
  registration: string;
  term: string;
  mark: RowMark;
  onPress: () => void;
}

export function RegistrationRow({ registration, term, mark, onPress }: RegistrationRowProps) {
  const { value } = useKept(ownRegistrations);
  const chosen = value?.registrations.find(({ id }) => id === registration);
  const title = chosen === undefined ? registration : `${chosen.kindName}，${registrationDetail(chosen)}`;
  return <Row title={title || '还没选'} detail={term} mark={mark} onPress={onPress} />;
}
