import type { AgencyFigures, FigureLine } from '@yiban/shared-types/figures';
import type { Cell } from 'write-excel-file/node';
import { headingCell, textCell } from '../tables/sheet-cells.js';
import { workbookOf } from '../tables/workbook-of.js';

interface Column {
  readonly term: string;
  readonly of: (line: FigureLine) => number | null;
  readonly format?: string;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Shares are numbers too: a sheet can go on calculating with them. */
const columns: readonly Column[] = [
  { term: '申请', of: ({ submitted }) => submitted },
  { term: '即时办结', of: ({ immediate }) => immediate },
  { term: '即时办结占比', of: ({ immediate, submitted }) => share(immediate, submitted), format: '0.0%' },
  { term: '退回补正', of: ({ sentBack }) => sentBack },
  { term: '退回补正占比', of: ({ sentBack, submitted }) => share(sentBack, submitted), format: '0.0%' },
  { term: '受理用时中位数（工作日）', of: ({ daysToAccept }) => daysToAccept.median },
  { term: '受理用时九成以内（工作日）', of: ({ daysToAccept }) => daysToAccept.p90 },
  { term: '目前在办', of: ({ open }) => open },
  { term: '目前超期', of: ({ overdue }) => overdue },
  { term: '办成', of: ({ granted }) => granted },
  { term: '不予受理', of: ({ declined }) => declined },
  { term: '不予通过', of: ({ rejected }) => rejected },
  { term: '申请人撤回', of: ({ withdrawn }) => withdrawn },
  { term: '办结用时中位数（工作日）', of: ({ daysToClose }) => daysToClose.median },
  { term: '办结用时九成以内（工作日）', of: ({ daysToClose }) => daysToClose.p90 },
  { term: '评价', of: ({ ratings }) => ratings.count },
  { term: '平均分（满分 5）', of: ({ ratings }) => ratings.mean, format: '0.00' },
  { term: '差评占比', of: ({ ratings }) => share(ratings.bad, ratings.count), format: '0.0%' },
];

/** Sheets: per item, over time, per officer, reasons of notices, and what each figure counts. */
export async function figuresWorkbook(figures: AgencyFigures): Promise<Buffer> {
  const { regionName, from, to, total, items, officers, reasons, series } = figures;
  const line = (name: string, one: FigureLine): Cell[] => [
    textCell(name),
    ...columns.map(({ of, format }) => number(of(one), format)),
  ];
  return workbookOf([
    {
      sheet: '各事项',
      data: [
        ['事项', ...columns.map(({ term }) => term)].map(headingCell),
        ...items.map((one) => line(one.name, one)),
        line(`合计（${regionName}，${from} 至 ${to}）`, total),
      ],
      columns: [{ width: 44 }, ...columns.map(({ term }) => ({ width: term.length * 2 + 2 }))],
    },
    {
      sheet: series.step === 'day' ? '每天' : '每月',
      data: [
        ['时间', '申请', '办结'].map(headingCell),
        ...series.points.map(({ at, submitted, closed }) => [textCell(at), number(submitted), number(closed)]),
      ],
      columns: [{ width: 14 }],
    },
    {
      sheet: '经办人员',
      data: [
        ['姓名', '手上的办件', '审核或拨付'].map(headingCell),
        ...officers.map(({ name, claimed, decided }) => [textCell(name), number(claimed), number(decided)]),
      ],
      columns: [{ width: 20 }, { width: 14 }, { width: 14 }],
    },
    {
      sheet: '补正原因',
      data: [
        ['原因', '次数'].map(headingCell),
        ...reasons.frequent.map(({ reason, count }) => [textCell(reason), number(count)]),
        [
          textCell('其他（各写一次的）'),
          number(reasons.counted - reasons.frequent.reduce((sum, { count }) => sum + count, 0)),
        ],
      ],
      columns: [{ width: 60 }, { width: 10 }],
    },
    { sheet: '说明', data: notes.map((note) => [textCell(note)]), columns: [{ width: 100 }] },
  ]);
}

const notes = [
  '申请、即时办结、退回补正、受理用时：这段时间里申请的办件。受理用时从申请到受理，不含即时办结的。',
  '目前在办、目前超期：导出时的情况，不管什么时候申请。等申请人补正的不算超期。',
  '办成、不予受理、不予通过、撤回、办结用时：这段时间里结束的办件。办结用时从受理到办结，扣除等申请人补正的工作日，不含即时办结的和没有受理的。',
  '用时按当地工作日历的工作日计；中位数是一半的办件不超过的天数，九成以内是九成的办件不超过的天数。',
  '评价：这段时间里收到的；差评是不满意和非常不满意。',
  '补正原因：这段时间最后 1000 份补正通知里写的。',
];

const number = (value: number | null, format?: string): Cell =>
  value === null ? null : { value, type: Number, ...(format === undefined ? {} : { format }) };
