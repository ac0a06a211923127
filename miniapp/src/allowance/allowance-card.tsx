/** AllowanceCard: what the maternity allowance may come to: days, wage, formula, law; always marked as an estimate. */
import type { AllowanceEstimate } from '@yiban/shared-types/estimates';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { shownMoney } from '../wording/money';

interface AllowanceCardProps {
  estimate: AllowanceEstimate;
  /** What to do where there is no wage to reckon with. */
  withoutWage: string;
}

export function AllowanceCard({ estimate, withoutWage }: AllowanceCardProps) {
  const { lines, days, averageMonthlyWage, amount, formula, basis, note } = estimate;
  return (
    <Card flush title="生育津贴（估算）">
      {amount !== null && <Row title="大约能领" value={shownMoney(amount)} mark={{ words: '估算', tone: 'warn' }} />}
      <Row title="产假一共" value={`${days} 天`} />
      {lines.length > 1 && lines.map((line) => <Row key={line.name} title={line.name} value={`${line.days} 天`} />)}
      {averageMonthlyWage !== null && <Row title="单位上年度月平均工资" value={shownMoney(averageMonthlyWage)} />}
      <Row title="怎么算" detail={formula} />
      <Row title="依据" detail={basis.map(({ title, article }) => `《${title}》${article ?? ''}`).join('；')} />
      {amount === null && <Row title="还算不出金额" detail={withoutWage} />}
      <Row title={note} />
    </Card>
  );
}
