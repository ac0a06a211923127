/** What is signed, in big type, and read aloud if wished. */
import type { GrantRequestView } from '@yiban/shared-types/grants';
import { itemsWords } from '../../../grants/grant-words';
import { useReadingAloud } from '../../../reading-aloud/use-reading-aloud';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Paragraph } from '../../../ui/paragraph';
import { Row } from '../../../ui/row';
import { shownDate } from '../../../wording/dates';

const NAME = '授权委托书';

export function Letter({ request }: { request: GrantRequestView }) {
  const reading = useReadingAloud();
  const { proxy, items, until, letter } = request;
  return (
    <>
      <Card flush>
        <Row title="谁来替您办" value={proxy.name} detail={proxy.idNo} />
        <Row title="办什么" value={items === null ? itemsWords(request) : items.map(({ name }) => name).join('、')} />
        <Row title="到哪天" value={shownDate(until)} />
      </Card>
      <Card title={NAME}>
        {letter.map((words) => (
          <Paragraph key={words}>{words}</Paragraph>
        ))}
      </Card>
      {reading.available && (
        <Button
          kind="secondary"
          icon={reading.speaking ? 'stop' : 'sound'}
          onPress={() => reading.toggle([NAME, ...letter].join('。\n'))}
        >
          {reading.speaking ? '停止朗读' : '读给我听'}
        </Button>
      )}
    </>
  );
}
