/** Remote-care registrations in force, each with the way to cancel it. */
import type { RegistrationsView, RegistrationView } from '@yiban/shared-types/session';
import { registrations } from '../../../api/me';
import { kept, useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { openFiling, openItems } from '../../../navigation/open-page';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Paragraph } from '../../../ui/paragraph';
import { Row } from '../../../ui/row';
import { Skeleton } from '../../../ui/skeleton';
import { shownDate, shownInstant } from '../../../wording/dates';

const ownRegistrations = kept<RegistrationsView>({
  name: null,
  fetch: registrations,
  isValue: (value): value is RegistrationsView =>
    typeof value === 'object' && value !== null && 'registrations' in value,
  personal: true,
});

export function Registrations({ region }: { region: string }) {
  const { value, problem } = useKept(ownRegistrations);
  return (
    <>
      {value === null && problem === null && <Skeleton rows={2} what="您的异地备案" />}
      <LoadProblem problem={problem} onRetry={ownRegistrations.refresh} stale={value !== null} />
      {value?.registrations.length === 0 && (
        <Empty
          icon="info"
          title="没有正在生效的备案"
          detail="要去外地长住或转到外地看病，先备案，看病就能直接刷医保。"
          action={{ label: '看看怎么备案', onPress: () => openItems({ event: '去外地住' }) }}
        />
      )}
      {value?.registrations.map((one) => (
        <RegistrationCard key={one.id} registration={one} region={region} />
      ))}
      {value !== null && (
        <Paragraph small soft>
          来源：{value.source}，{shownInstant(value.asOf)} 查到。
        </Paragraph>
      )}
    </>
  );
}

function RegistrationCard({ registration, region }: { registration: RegistrationView; region: string }) {
  const { id, item, kindName, destination, begins, ends } = registration;
  return (
    <Card flush title={kindName}>
      <Row title="就医地" value={destination} />
      <Row title="有效期" value={`${shownDate(begins)} 起，${ends === null ? '长期有效' : `到 ${shownDate(ends)}`}`} />
      {item !== null && (
        <Row
          title="取消这条备案"
          detail="取消后，在那边看病不能再直接刷医保"
          onPress={() => openFiling(item, region, { whom: 'self', form: { purpose: 'cancel', registration: id } })}
        />
      )}
    </Card>
  );
}
