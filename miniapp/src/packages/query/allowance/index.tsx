import { useState } from 'react';
import type { AllowanceEstimate } from '@yiban/shared-types/estimates';
import { AllowanceCard } from '../../../allowance/allowance-card';
import { estimateAllowance, type AllowanceQuestion } from '../../../api/live-records';
import { explained } from '../../../api/problem';
import { useAskedRegion } from '../../../region/asked-region';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/choice-field';
import { MoneyField } from '../../../ui/money-field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';

type Kind = 'natural' | 'assisted' | 'caesarean' | 'under-four-months' | 'four-months-or-more';
const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'natural', label: '顺产' },
  { value: 'caesarean', label: '剖宫产' },
  { value: 'assisted', label: '难产（产钳、胎吸等助产）' },
  { value: 'under-four-months', label: '怀孕不满 4 个月流产' },
  { value: 'four-months-or-more', label: '怀孕满 4 个月流产、引产' },
];
type Children = '1' | '2' | '3';
const CHILDREN: readonly { value: Children; label: string }[] = [
  { value: '1', label: '一个' },
  { value: '2', label: '双胞胎' },
  { value: '3', label: '三胞胎' },
];

/** Reckons the maternity allowance before anything is filed; nobody needs to log in. */
export default function Allowance() {
  const region = useAskedRegion() ?? '';
  const [kind, setKind] = useState<Kind>('natural');
  const [children, setChildren] = useState<Children>('1');
  const [wage, setWage] = useState<number | null>(null);
  const [estimate, setEstimate] = useState<AllowanceEstimate | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const lost = kind === 'under-four-months' || kind === 'four-months-or-more';

  async function reckon() {
    const about: AllowanceQuestion = lost
      ? { event: 'miscarriage', pregnancyLength: kind }
      : { event: 'birth', birthKind: kind, children: Number(children) };
    setProblem(null);
    try {
      setEstimate(
        await estimateAllowance(region, { ...about, ...(wage === null ? {} : { averageMonthlyWage: wage }) }),
      );
    } catch (failure) {
      setProblem(failure);
    }
  }

  return (
    <Page title="估算生育津贴" lead="先算个大概，不用登录；实际多少以经办机构核定为准。">
      <Card>
        <ChoiceField label="是哪种情况" options={KINDS} value={kind} onChange={setKind} />
        {!lost && <ChoiceField label="生了几个孩子" options={CHILDREN} value={children} onChange={setChildren} />}
        <MoneyField
          label="单位上年度职工月平均工资"
          hint="不是您自己的工资；可以问单位，不知道就空着，只算天数。"
          value={wage}
          onChange={setWage}
        />
        <Button busyLabel="正在算…" onPress={reckon}>
          算一算
        </Button>
      </Card>
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
      {estimate !== null && (
        <AllowanceCard
          estimate={estimate}
          withoutWage="在上面填上单位的月平均工资，再点一次「算一算」，就知道大约多少。"
        />
      )}
    </Page>
  );
}
