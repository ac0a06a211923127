/** What the platform says now of what the amounts rest on: the balance, the wage, the estimate with its formula. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { shownYuan } from './case-words';
import { Fact, Panel } from './panel';

export function ReadingsPanel({ view: { readings, estimate } }: { view: OfficerCaseView }) {
  if (readings.length === 0 && estimate === null) return null;
  return (
    <Panel title="刚从医保平台查到的">
      {readings.map(({ id, name, shown }) => (
        <Fact key={id} term={name}>
          {shown}
        </Fact>
      ))}
      {estimate !== null && (
        <>
          <Fact term="生育津贴（估算）">
            {estimate.amount === null ? '没有工资，算不出' : `${shownYuan(estimate.amount)} 元`}
          </Fact>
          <Fact term="产假天数">
            {estimate.lines.map(({ name, days }) => `${name} ${days} 天`).join('，')}，共 {estimate.days} 天
          </Fact>
          <Fact term="算法">{estimate.formula}</Fact>
          <Fact term="依据">
            {estimate.basis.map(({ title, article }) => `《${title}》${article ?? ''}`).join('；')}
          </Fact>
        </>
      )}
    </Panel>
  );
}
