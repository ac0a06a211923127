/** The preliminary result as it was told, and what the institution said to it. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { SettlementTable } from './case-papers';
import { shownInstant } from './case-words';
import { Fact, Panel } from './panel';

export function PreliminaryPanel({ preliminary }: { preliminary: OfficerCaseView['preliminary'] }) {
  if (preliminary === null) return null;
  const { settlement, until, open, feedback, toldAt } = preliminary;
  const state =
    feedback === null
      ? open
        ? `等机构提意见，到 ${until}`
        : '到期没有提意见'
      : feedback.agrees
        ? '没有意见'
        : feedback.text;
  return (
    <Panel title="初审结果" note={`${shownInstant(toldAt)} 告知机构`}>
      <SettlementTable settlement={settlement} />
      <Fact term="机构意见" mark={feedback !== null && !feedback.agrees}>
        {state}
      </Fact>
    </Panel>
  );
}
