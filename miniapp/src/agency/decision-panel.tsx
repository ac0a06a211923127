/** DecisionPanel: why a case was declined or rejected, and what the applicant was told to be able to do about it. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { Fact, Panel } from './panel';

export function DecisionPanel({ decision }: { decision: NonNullable<OfficerCaseView['decision']> }) {
  return (
    <Panel title="决定">
      <Fact term="理由">{decision.reason}</Fact>
      <Fact term="救济途径">{decision.remedies}</Fact>
    </Panel>
  );
}
