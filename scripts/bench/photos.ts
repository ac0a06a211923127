/**
 * `npm run bench -- photos`: papers that the project draws and photographs itself (scripts/papers), through the photo check
 * and the reader as they ship. The goals stand in stack.md, Reading receipts.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FileFinding } from '@yiban/shared-types/cases';
import type { PaperReading, ReadablePaper } from '@yiban/shared-types/reading';
import { z } from 'zod';
import { badPhotos, goodPhotos, type PhotographedPaper } from '../papers/paper-set.ts';
import { atLeast, atMost, withoutGoal, type BenchOptions, type Figure } from './figure.ts';
import { measureOnePhoto } from './one-photo.ts';
import { judged, type JudgedField } from './read-fields.ts';

/** What is measured, as it was built. */
type ExaminePicture = (asked: {
  readonly bytes: Uint8Array;
  readonly purpose: 'photo';
  readonly sha256: null;
}) => Promise<
  | {
      readonly failure: null;
      readonly full: Uint8Array;
      readonly thumb: Uint8Array;
      readonly findings: readonly FileFinding[];
    }
  | { readonly failure: string }
>;
interface PaperReader {
  read(bytes: Uint8Array, paper: ReadablePaper): Promise<PaperReading>;
  readonly processId: number | undefined;
  onApplicationShutdown(): void;
}
type CipherOf = (suite: 'aes', key: Buffer) => { readonly seal: (place: string, bytes: Buffer) => Buffer };
type AmendFindings = (found: readonly FileFinding[], reading: PaperReading) => readonly FileFinding[];

const built = async (file: string): Promise<unknown> => import(new URL(`../../bff/dist/${file}`, import.meta.url).href);
const aFunction = <T>() => z.custom<T>((value) => typeof value === 'function');
const { examinePicture } = z
  .object({ examinePicture: aFunction<ExaminePicture>() })
  .parse(await built('uploads/examine-picture.js'));
const { ChildProcessReader } = z
  .object({ ChildProcessReader: aFunction<new () => PaperReader>() })
  .parse(await built('gateways/reader/child-process-reader.js'));
const { amendedFindings } = z
  .object({ amendedFindings: aFunction<AmendFindings>() })
  .parse(await built('reading/amended-findings.js'));
const { cipherOf } = z.object({ cipherOf: aFunction<CipherOf>() }).parse(await built('crypto/cipher-suite.js'));

const seed = 2026;
const [goodCount, badCount] = [210, 60];
/** Goals in per cent. */
const goals = { money: 99.5, other: 98, wrong: 0.1, caught: 95, refused: 2, seconds: 1.5, megabytes: 900 } as const;
const money = new Set(['code', 'number', 'total', 'totalInCapitals', 'fund', 'account', 'cash', 'own']);

interface Looked {
  readonly paper: PhotographedPaper;
  readonly findings: readonly string[];
  readonly fields: readonly JudgedField[];
  readonly seconds: number;
}

export async function measurePhotos({ sample, say }: BenchOptions): Promise<readonly Figure[]> {
  const reader = new ChildProcessReader();
  const usage = new ReaderUsage();
  const lookAt = async (papers: readonly PhotographedPaper[]): Promise<readonly Looked[]> => {
    const looked: Looked[] = [];
    for (const paper of papers) {
      looked.push(await look(reader, paper));
      usage.note(reader.processId);
      if (looked.length % 20 === 0)
        say(`${looked.length} of ${papers.length} ${paper.fault === null ? 'good' : 'bad'} photos`);
    }
    return looked;
  };
  // The first one loads the models; a server that is asked now and then pays for that once a minute at most.
  await look(reader, goodPhotos(seed + 1, 1)[0] ?? never());
  const good = await lookAt(goodPhotos(seed, sample ?? goodCount));
  const readAll = usage.cpuSeconds / Math.max(1, good.length);
  const bad = await lookAt(badPhotos(seed, sample === null ? badCount : Math.ceil(sample / 3)));
  reader.onApplicationShutdown();
  worstCases(good, bad).forEach(say);
  const onePhoto = await measureOnePhoto({ examine: examineGood, seal });
  return [...accuracy(good), ...cost(good, readAll, usage.peakMegabytes), ...photoCheck(good, bad), ...onePhoto];
}

async function examineGood(bytes: Uint8Array): Promise<{ full: Uint8Array; thumb: Uint8Array }> {
  const examined = await examinePicture({ bytes, purpose: 'photo', sha256: null });
  if (examined.failure !== null) throw new Error(`a good photo was refused: ${examined.failure}`);
  return examined;
}

const cipher = cipherOf('aes', randomBytes(32));
const seal = (picture: Uint8Array): Buffer => cipher.seal('photos/bench', Buffer.from(picture));

async function look(reader: PaperReader, paper: PhotographedPaper): Promise<Looked> {
  const bytes = await paper.take();
  const examined = await examinePicture({ bytes, purpose: 'photo', sha256: null });
  if (examined.failure !== null) return { paper, findings: [examined.failure], fields: [], seconds: 0 };
  const start = performance.now();
  const reading = await reader.read(examined.full, paper.asked);
  return {
    paper,
    findings: amendedFindings(examined.findings, reading),
    fields: judged(reading.content, paper.fields),
    seconds: (performance.now() - start) / 1000,
  };
}

function accuracy(good: readonly Looked[]): readonly Figure[] {
  const all = good.flatMap(({ paper, fields }) =>
    fields.map((field) => ({ ...field, kind: paper.asked, turn: paper.shot.turn })),
  );
  const share = (list: readonly JudgedField[], holds: (field: JudgedField) => boolean): number =>
    (100 * list.filter(holds).length) / Math.max(1, list.length);
  const rightOrUnsure = ({ verdict }: JudgedField): boolean => verdict === 'right' || verdict === 'unsure';
  const names = [...new Set(all.map(({ kind, name }) => `${kind}.${name}`))];
  const perField = names.flatMap((name) => {
    const own = all.filter((field) => `${field.kind}.${field.name}` === name);
    const goal = name.startsWith('receipt.') && money.has(name.slice('receipt.'.length)) ? goals.money : goals.other;
    return [
      atLeast(`${name}: right or marked unsure`, share(own, rightOrUnsure), '%', goal),
      withoutGoal(
        `${name}: right and sure`,
        share(own, ({ verdict }) => verdict === 'right'),
        '%',
      ),
    ];
  });
  const [turned, upright] = [all.filter(({ turn }) => turn !== 0), all.filter(({ turn }) => turn === 0)];
  return [
    ...perField,
    withoutGoal('papers', good.length, ''),
    withoutGoal('fields', all.length, ''),
    withoutGoal(
      'all fields: right',
      share(all, ({ equal }) => equal),
      '%',
    ),
    atMost(
      'all fields: wrong without being marked',
      share(all, ({ verdict }) => verdict === 'wrong'),
      '%',
      goals.wrong,
    ),
    withoutGoal(
      'all fields: not found',
      share(all, ({ verdict }) => verdict === 'missed'),
      '%',
    ),
    withoutGoal('upright: right or marked unsure', share(upright, rightOrUnsure), '%'),
    atLeast('turned by 90, 180, 270°: right or marked unsure', share(turned, rightOrUnsure), '%', goals.other),
  ];
}

function cost(good: readonly Looked[], cpuSeconds: number, megabytes: number): readonly Figure[] {
  const seconds = good.map((one) => one.seconds).toSorted((a, b) => a - b);
  const at = (share: number): number => seconds[Math.floor(seconds.length * share)] ?? 0;
  return [
    atMost('a photo, median', at(0.5), 's', goals.seconds),
    withoutGoal('a photo, 95th percentile', at(0.95), 's'),
    withoutGoal('a photo, processor time', cpuSeconds, 's'),
    atMost('reader, peak memory', megabytes, 'MB', goals.megabytes),
  ];
}

function photoCheck(good: readonly Looked[], bad: readonly Looked[]): readonly Figure[] {
  const share = (list: readonly Looked[], holds: (one: Looked) => boolean): number =>
    (100 * list.filter(holds).length) / Math.max(1, list.length);
  const found = ({ findings }: Looked): boolean => findings.length > 0;
  const kinds = [...new Set(bad.map(({ paper }) => paper.fault ?? ''))];
  return [
    atLeast('bad photos caught', share(bad, found), '%', goals.caught),
    ...kinds.map((kind) =>
      withoutGoal(
        `bad photos caught, ${kind}`,
        share(
          bad.filter(({ paper }) => paper.fault === kind),
          found,
        ),
        '%',
      ),
    ),
    withoutGoal(
      'bad photos told what is wrong',
      share(bad, ({ paper, findings }) => findings.includes(paper.fault ?? '')),
      '%',
    ),
    atMost('good photos refused', share(good, found), '%', goals.refused),
  ];
}

/** Everything that went wrong, by name. */
function worstCases(good: readonly Looked[], bad: readonly Looked[]): readonly string[] {
  const told = ({ paper }: Looked): string => `${paper.id} (${paper.asked}, ${shotOf(paper)})`;
  return [
    ...good.flatMap((one) =>
      one.fields
        .filter(({ verdict, equal }) => verdict === 'wrong' || verdict === 'missed' || (verdict === 'unsure' && !equal))
        .map(
          ({ name, verdict, read, truth }) => `${verdict}: ${told(one)} ${name} is ${truth}, read as ${String(read)}`,
        ),
    ),
    ...good
      .filter(({ findings }) => findings.length > 0)
      .map((one) => `refused: ${told(one)} ${one.findings.join(', ')}`),
    ...bad.filter(({ findings }) => findings.length === 0).map((one) => `let pass: ${told(one)}`),
  ];
}

function shotOf({ shot }: PhotographedPaper): string {
  const entries = Object.entries(shot).map(
    ([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toFixed(2)) : value}`,
  );
  return entries.join(' ');
}

/** What the reading process took, as Linux counts it. */
class ReaderUsage {
  #byProcess = new Map<number, { cpu: number; peak: number }>();

  note(pid: number | undefined): void {
    if (pid === undefined) return;
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    this.#byProcess.set(pid, { peak, cpu: (Number(ticks[11]) + Number(ticks[12])) / 100 });
  }

  get peakMegabytes(): number {
    return Math.max(0, ...[...this.#byProcess.values()].map(({ peak }) => peak));
  }

  get cpuSeconds(): number {
    return [...this.#byProcess.values()].reduce((sum, { cpu }) => sum + cpu, 0);
  }
}

function never(): never {
  throw new Error('there is no first photo');
}
