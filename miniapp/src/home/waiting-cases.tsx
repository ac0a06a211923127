/** Cases that want something from the person, supplements first, then those under way. */
import Taro from '@tarojs/taro';
import { useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { CaseRow } from '../my-cases/case-row';
import { newestCases } from '../my-cases/my-cases';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { isOver, waitingFirst, waitsForPerson } from '../wording/case-status';

const MOST_UNDER_WAY = 3;

export function WaitingCases() {
  const { value, problem } = useKept(newestCases);
  const list = value?.items ?? [];
  const waiting = waitingFirst(list);
  const underWay = list.filter(({ status }) => !isOver(status) && !waitsForPerson(status));
  return (
    <>
      <LoadProblem problem={problem} onRetry={newestCases.refresh} stale={value !== null} />
      {waiting.length > 0 && (
        <Card flush title="等您办">
          {waiting.map((one) => (
            <CaseRow key={one.id} summary={one} />
          ))}
        </Card>
      )}
      {underWay.length > 0 && (
        <Card flush title="正在办">
          {underWay.slice(0, MOST_UNDER_WAY).map((one) => (
            <CaseRow key={one.id} summary={one} />
          ))}
          {underWay.length > MOST_UNDER_WAY && (
            <Row
              title={`还有 ${underWay.length - MOST_UNDER_WAY} 件正在办`}
              onPress={() => void Taro.switchTab({ url: '/pages/cases/index' })}
            />
          )}
        </Card>
      )}
    </>
  );
}
