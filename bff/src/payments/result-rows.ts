/** What stands in a bank's result file, and what is wrong with it. Pure. */
import type { ProblemDetail } from '@yiban/shared-types/problems';

export interface ResultRow {
  readonly serial: string;
  readonly result: 'paid' | 'refused';
  /** yyyy-MM-dd */
  readonly on: string;
  /** What the bank says to a refusal. */
  readonly reason: string | null;
}

/** A payment that a row may be about. */
export interface KnownPayment {
  readonly serial: string;
  readonly amount: number;
  readonly result: 'paid' | 'refused' | null;
}

const columns = {
  serial: ['流水号', '客户流水号', '业务流水号', '序列号'],
  result: ['结果', '处理结果', '交易结果', '处理状态', '状态'],
  on: ['日期', '处理日期', '交易日期', '入账日期'],
  reason: ['原因', '失败原因', '备注', '退回原因'],
  amount: ['金额', '交易金额'],
} as const;
type Column = keyof typeof columns;

const words: Readonly<Record<string, 'paid' | 'refused'>> = {
  成功: 'paid',
  交易成功: 'paid',
  处理成功: 'paid',
  已入账: 'paid',
  失败: 'refused',
  交易失败: 'refused',
  处理失败: 'refused',
  退回: 'refused',
  退票: 'refused',
};

/** Null where the first line does not name the columns that are needed. */
export function readResults(
  table: readonly (readonly string[])[],
  known: ReadonlyMap<string, KnownPayment>,
  period: { readonly from: string; readonly until: string },
): { readonly rows: readonly ResultRow[]; readonly faults: readonly ProblemDetail[] } | null {
  const [heads = [], ...lines] = table;
  const at = (column: Column): number => heads.findIndex((head) => columns[column].some((name) => name === head));
  if (at('serial') < 0 || at('result') < 0 || at('on') < 0 || lines.length === 0) return null;
  const rows: ResultRow[] = [];
  const faults: ProblemDetail[] = [];
  const seen = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const cell = (column: Column): string => (at(column) < 0 ? '' : (line[at(column)] ?? ''));
    const serial = cell('serial').replace(/^'/, '');
    const result = words[cell('result')];
    const on = dateOf(cell('on'));
    const reason = cell('reason');
    const payment = known.get(serial);
    const wrong = (code: string, message: string): void => {
      // The first line of the file has the headings.
      faults.push({ pointer: `/rows/${i + 2}`, code, message: `第 ${i + 2} 行（${shown(serial)}）：${message}` });
    };
    if (payment === undefined) wrong('serial-unknown', '流水号不是这一批的。');
    if (seen.has(serial)) wrong('serial-twice', '流水号在文件里出现了两次。');
    seen.add(serial);
    if (result === undefined) wrong('result-unclear', '结果要写「成功」或「失败」。');
    if (on === null) wrong('date-wrong', '日期要写成 2026-11-25 这样。');
    else if (on < period.from || on > period.until) wrong('date-outside', '日期早于冻结这一批的那天，或者还没有到。');
    if (result === 'refused' && reason === '') wrong('reason-missing', '失败的要写原因。');
    if (cell('amount') !== '' && payment !== undefined && fenOf(cell('amount')) !== payment.amount)
      wrong('amount-differs', '金额和我们的不一样。');
    if (payment !== undefined && payment.result !== null && result !== undefined && payment.result !== result)
      wrong('result-differs', `先前导入的结果是「${payment.result === 'paid' ? '成功' : '失败'}」，和这次的相反。`);
    if (result !== undefined && on !== null)
      rows.push({ serial, result, on, reason: result === 'refused' ? reason.slice(0, 200) : null });
  }
  return { rows, faults };
}

/** `2026-11-25`, `2026/11/25`, `20261125`; null for what is no day. */
function dateOf(text: string): string | null {
  const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date ? null : date;
}

/** `1,234.5` → 123450; null for what is no amount. */
function fenOf(text: string): number | null {
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，¥￥\s]/g, ''));
  return parts === null ? null : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

const shown = (serial: string): string => (/^[\w-]{1,40}$/.test(serial) ? serial : '没有流水号');
