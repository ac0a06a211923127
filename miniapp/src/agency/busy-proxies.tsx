/** BusyProxies: who acts for more people than is usual, for whoever looks after the agency. */
import { explained } from '../api/problem';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { shownInstant } from './case-words';
import { Desk } from './desk';
import { mayLookOver } from './duties';
import { useKeys } from './keys';
import { busyProxies } from './office-api';
import { OfDuty } from './of-duty';
import { usePages } from './use-pages';
import { backToQueue } from './ways';

export function BusyProxies() {
  useKeys({ escape: backToQueue }, true);
  return (
    <Desk title="多人代办" onBack={{ words: '队列', go: backToQueue }}>
      <OfDuty may={mayLookOver} title="您的岗位不看这一页" detail="由主管或管理员查看。">
        <List />
      </OfDuty>
    </Desk>
  );
}

function List() {
  const { read, problem, load, more } = usePages(busyProxies);

  if (problem !== null)
    return <Notice tone="error" {...explained(problem)} action={{ label: '重新取', onPress: load }} />;
  if (read === null) return <Skeleton rows={4} what="代办人" />;
  const { items, nextCursor } = read;
  return (
    <>
      <Paragraph soft>一年内替很多人代办的人。请看看是不是正常帮忙，是不是有人收钱代办。</Paragraph>
      {items.length === 0 && <Empty icon="check" title="现在没有" detail="有人替很多人代办时，会列在这里。" />}
      {items.length > 0 && (
        <Card flush>
          {items.map(({ id, name, idNo, principals, cases, since }) => (
            <Row
              key={id}
              title={idNo === null ? name : `${name}　${idNo}`}
              detail={`${shownInstant(since)} 起，提交 ${cases} 件`}
              mark={{ words: `替 ${principals} 个人办`, tone: 'warn' }}
            />
          ))}
        </Card>
      )}
      {nextCursor !== null && (
        <Button kind="secondary" onPress={more} busyLabel="正在取…">
          再看后面的
        </Button>
      )}
    </>
  );
}
