/** Estimate of the maternity allowance: 女职工劳动保护特别规定 第七条 (days) and 第八条 (by last year's average wage). Pure. */
import type { AllowanceEstimate } from '@yiban/shared-types/estimates';
import type { AllowanceEstimateFile, RegionFile } from '../catalogue/catalogue-file.js';
import { holds, valueOf } from '../catalogue/conditions.js';

export type MaternityLeave = RegionFile['maternityLeave'];

export interface AllowanceCase {
  readonly event: 'birth' | 'miscarriage';
  /** natural, assisted, caesarean … as the region's data name them; null for a miscarriage. */
  readonly birthKind: string | null;
  readonly children: number;
  readonly pregnancyLength: 'under-four-months' | 'four-months-or-more' | null;
  /** The employer's average monthly wage of last year in fen; null where it is not known. */
  readonly averageMonthlyWage: number | null;
}

/** Days line by line, and the amount where the wage is known. Rounded to the fen at the end, once. */
export function maternityAllowance(about: AllowanceCase, leave: MaternityLeave): AllowanceEstimate {
  const lines = linesOf(about, leave).filter(({ days }) => days > 0);
  const days = lines.reduce((sum, line) => sum + line.days, 0);
  const wage = about.averageMonthlyWage;
  return {
    estimate: true,
    lines,
    days,
    averageMonthlyWage: wage,
    amount: wage === null ? null : Math.round((wage * days) / 30),
    formula: '单位上年度职工月平均工资 ÷ 30 × 产假天数',
    basis: leave.basis,
    note: '这是估算，实际金额以经办机构核定为准。',
  };
}

function linesOf({ event, birthKind, children, pregnancyLength }: AllowanceCase, leave: MaternityLeave) {
  if (event === 'miscarriage') {
    return pregnancyLength === 'under-four-months'
      ? [{ name: '怀孕不满 4 个月流产', days: leave.miscarriageUnderFourMonths }]
      : [{ name: '怀孕满 4 个月流产', days: leave.miscarriageFourMonthsOrMore }];
  }
  const difficult = birthKind !== null && leave.difficultKinds.includes(birthKind);
  return [
    { name: '产假', days: leave.birth },
    { name: '难产（含剖宫产）增加', days: difficult ? leave.difficultBirth : 0 },
    { name: '多胞胎增加', days: leave.furtherChild * Math.max(0, children - 1) },
    { name: '本地规定延长', days: leave.localExtension },
  ];
}

/** The estimate for a case, from its answers and the wage that the platform knows; null where it has none yet. */
export function allowanceOf(
  file: AllowanceEstimateFile | undefined,
  leave: MaternityLeave,
  facts: object,
): AllowanceEstimate | null {
  if (file === undefined || !holds(file.when, facts)) return null;
  const event = valueOf(file.event, facts);
  const birthKind = valueOf(file.birthKind, facts);
  const children = valueOf(file.children, facts);
  const length = valueOf(file.pregnancyLength, facts);
  const wage = valueOf({ var: 'person.employerMonthlyWage' }, facts);
  const averageMonthlyWage = typeof wage === 'number' ? wage : null;
  if (event === 'birth' && typeof birthKind === 'string') {
    const count = typeof children === 'number' ? children : 1;
    return maternityAllowance({ event, birthKind, children: count, pregnancyLength: null, averageMonthlyWage }, leave);
  }
  if (event === 'miscarriage' && (length === 'under-four-months' || length === 'four-months-or-more')) {
    return maternityAllowance(
      { event, birthKind: null, children: 0, pregnancyLength: length, averageMonthlyWage },
      leave,
    );
  }
  return null;
}
