/** What the platform knows and nobody has to type: the balance of an account; and what an allowance may come to. */
import type { CheckResult } from '@yiban/shared-types/cases';
import { AllowanceCard } from '../allowance/allowance-card';
import { Card } from '../ui/card';
import { Row } from '../ui/row';

export function ReadFacts({ result: { readings, estimate } }: { result: CheckResult }) {
  return (
    <>
      {readings.length > 0 && (
        <Card flush title="刚从医保平台查到的，不用您填">
          {readings.map(({ id, name, shown }) => (
            <Row key={id} title={name} value={shown} />
          ))}
        </Card>
      )}
      {estimate !== null && (
        <AllowanceCard estimate={estimate} withoutWage="医保平台上没有您单位的平均工资，由经办人员核定时再算。" />
      )}
    </>
  );
}
