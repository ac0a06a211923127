/** What one region says differently from another, field by field, as lines that a person can read. Pure. */
import type { RegionFile } from '../catalogue-file.js';
import type { MaterialFile } from '../material-file.js';
import type { RegionCatalogue } from '../catalogue.loader.js';
import { limitInWords } from '../disclosure.js';
import type { RegionItem } from '../layering.js';

export interface Difference {
  /** Item id, or `region` for what holds for all items. */
  readonly of: string;
  readonly field: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

type Shown<T> = Readonly<Record<string, (value: T) => readonly string[]>>;

const regionFields: Shown<RegionFile> = {
  name: ({ name }) => [name],
  divisions: ({ divisions }) => divisions,
  agency: ({ agency }) => [agency],
  address: ({ address }) => [address],
  hours: ({ hours }) => [hours],
  phone: ({ phone }) => [phone],
  complaintPhone: ({ complaintPhone }) => [complaintPhone],
  fees: ({ fees }) => [fees],
  delivery: ({ delivery }) => [delivery],
  seeds: ({ seeds }) => seeds,
  policies: ({ policies }) =>
    Object.entries(policies).map(
      ([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`,
    ),
  lists: ({ lists }) =>
    Object.entries(lists).flatMap(([name, options]) => options.map(({ value, label }) => `${name}: ${label} ${value}`)),
  platform: ({ platform: { transactions, ...line } }) => [
    ...Object.entries(line).map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(transactions).map(([name, { infno, path, node }]) => `${name}: ${infno} ${path} ${node}`),
  ],
};

const itemFields: Shown<RegionItem> = {
  name: ({ name }) => [name],
  code: ({ code }) => [code ?? '—'],
  groupCode: ({ groupCode }) => [groupCode ?? '—'],
  group: ({ group }) => [group],
  agency: ({ agency }) => [agency ?? '—'],
  applicants: ({ applicants }) => applicants,
  mode: ({ mode }) => [mode],
  timeLimit: ({ timeLimit }) => [timeLimit === null ? '没有规定' : limitInWords(timeLimit)],
  statutoryLimit: ({ statutoryLimit }) => [statutoryLimit === null ? '没有规定' : limitInWords(statutoryLimit)],
  stages: ({ stages }) => [stages.join('—')],
  reviews: ({ reviews }) => reviews,
  summary: ({ summary }) => [summary],
  description: ({ description }) => [description],
  eligibility: ({ eligibility }) => [eligibility],
  process: ({ process }) => process,
  channels: ({ channels }) => channels,
  questions: ({ questions }) => questions.map((one) => `${one.id} ${one.term}（${one.kind}）`),
  options: ({ questions }) =>
    questions.flatMap(({ id, options = [] }) => options.map(({ value, label }) => `${id}: ${label} ${value}`)),
  materials: ({ materials }) => materials.map(materialInWords),
  rules: ({ rules }) => rules.map((rule) => `${rule.id}（${rule.effect}）${JSON.stringify(rule.rule)}`),
  upstream: ({ upstream }) => upstream.map((call) => `${call.on}: ${call.operation}`),
  settlement: ({ settlement }) => settlement.map(({ name }) => name),
  basis: ({ basis }) => basis.map((one) => `${one.title}${one.article ?? ''}`),
  remarks: ({ remarks }) => remarks.map(({ text }) => text),
  onSite: ({ onSite }) => [onSite ?? '—'],
};

/** All differences of two regions: the regions themselves, then their items in the order of lists. */
export function differences(left: RegionCatalogue, right: RegionCatalogue): readonly Difference[] {
  const ids = [...new Set([...left.items.keys(), ...right.items.keys()])];
  return [
    ...compared('region', regionFields, left.region, right.region),
    ...ids.flatMap((id) => {
      const [a, b] = [left.items.get(id), right.items.get(id)];
      if (a !== undefined && b !== undefined) return comparedItems(a, b);
      const offered = (item: RegionItem | undefined): string[] => [item === undefined ? '不办这一项' : item.name];
      return [{ of: id, field: 'offered', left: offered(a), right: offered(b) }];
    }),
  ];
}

/** Each side names the source of its fact, where it has one. */
function comparedItems(left: RegionItem, right: RegionItem): Difference[] {
  return compared(left.id, itemFields, left, right).map(({ of, field, left: a, right: b }) => ({
    of,
    field,
    left: sourced(a, left.sources[field]),
    right: sourced(b, right.sources[field]),
  }));
}

function compared<T>(of: string, fields: Shown<T>, left: T, right: T): Difference[] {
  return Object.entries(fields)
    .map(([field, show]) => ({ of, field, left: show(left), right: show(right) }))
    .filter((one) => one.left.join('\n') !== one.right.join('\n'));
}

function sourced(lines: readonly string[], source: string | undefined): readonly string[] {
  return source === undefined ? lines : [...lines, `〔${source}〕`];
}

function materialInWords({ name, required, anyOf }: MaterialFile): string {
  const when = typeof required === 'object' ? `，${required.when}` : required ? '' : '，可以不交';
  return `${name}：${anyOf.map((one) => `${one.name}（${one.kind}）`).join(' 或 ')}${when}`;
}
