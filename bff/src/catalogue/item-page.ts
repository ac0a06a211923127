/** An item of a region → what the API answers about it. Pure. */
import type {
  ReadFrom,
  ItemPage,
  ItemSummary,
  Material,
  MaterialAlternative,
  Question,
  SourceReference,
  TableColumn,
  TimeLimit,
} from '@yiban/shared-types/catalogue';
import type { LetterFile, RegionFile, TimeLimitFile } from './catalogue-file.js';
import type { AlternativeFile, MaterialFile } from './material-file.js';
import type { QuestionFile, TableColumnFile } from './question-file.js';
import { disclosure } from './disclosure.js';
import { formSchema, mostTableRows, typedRows } from './form-schema.js';
import type { RegionItem } from './layering.js';
import { sensitivePaper, sensitiveQuestion } from './sensitive-kinds.js';

export function itemSummary(item: RegionItem): ItemSummary {
  return {
    id: item.id,
    name: item.name,
    code: item.code,
    group: item.group,
    applicants: item.applicants,
    mode: item.mode,
    beginsEnrolment: item.beginsEnrolment === true,
    timeLimit: shownLimit(item.timeLimit),
    statutoryLimit: shownLimit(item.statutoryLimit),
    summary: item.summary,
    lifeEvents: item.lifeEvents,
  };
}

export function itemPage(region: RegionFile, item: RegionItem, letters: ReadonlyMap<string, LetterFile>): ItemPage {
  return {
    ...itemSummary(item),
    region: region.code,
    regionName: region.name,
    description: item.description,
    eligibility: item.eligibility,
    groupCode: item.groupCode,
    stages: item.stages,
    process: item.process,
    channels: item.channels,
    materials: item.materials.map((material) => shownMaterial(material, letters)),
    basis: item.basis,
    remarks: item.remarks,
    form:
      item.questions.length === 0
        ? null
        : { schema: formSchema(item.questions), questions: item.questions.map(shownQuestion) },
    disclosure: disclosure(region, item),
    sources: [...references(item.sources), ...references(region.sources, 'region.')],
    onSite: item.onSite,
    estimates: item.allowanceEstimate === undefined ? null : 'maternity-allowance',
  };
}

/** The condition of each case stays with the server: the page says it in words. */
function shownLimit(limit: TimeLimitFile): TimeLimit {
  if (limit === null || !('cases' in limit)) return limit;
  return {
    cases: limit.cases.map(({ when, ...one }) =>
      'immediate' in one ? { when, immediate: one.immediate } : { when, workingDays: one.workingDays },
    ),
  };
}

function shownQuestion(question: QuestionFile): Question {
  const { id, kind, label, term, required, ask } = question;
  return {
    id,
    kind,
    label,
    term,
    required,
    ask,
    ...given({
      hint: question.hint,
      example: question.example,
      when: question.when,
      options: question.options?.map(({ value, label: shown, hint }) => ({ value, label: shown, ...given({ hint }) })),
      default: question.default,
      prefill: question.prefill,
      readFrom: question.readFrom && readFromShown(question.readFrom),
      maxLength: question.maxLength,
      minimum: question.minimum,
      maximum: question.maximum,
      sensitive: sensitiveQuestion(question),
      tense: question.tense,
    }),
    ...(question.columns === undefined ? {} : shownTable(question.columns, question.mostRows)),
  };
}

function readFromShown({ paper, name, field, material }: NonNullable<QuestionFile['readFrom']>): ReadFrom {
  return { paper, name, field, ...given({ material, sensitive: sensitivePaper(paper) }) };
}

function shownTable(
  columns: readonly TableColumnFile[],
  mostRows = mostTableRows,
): Pick<Question, 'columns' | 'mostRows' | 'typedRows'> {
  return { columns: columns.map(shownColumn), mostRows, typedRows: Math.min(typedRows, mostRows) };
}

/** A column of a table as the API and the files show it. */
export function shownColumn({ id, term, kind, required, options, ...rest }: TableColumnFile): TableColumn {
  return {
    id,
    term,
    kind,
    required,
    ...given({
      options: options?.map(({ value, label, hint }) => ({ value, label, ...given({ hint }) })),
      when: rest.when,
      example: rest.example,
      maxLength: rest.maxLength,
      minimum: rest.minimum,
      maximum: rest.maximum,
      tense: rest.tense,
    }),
  };
}

function shownMaterial(material: MaterialFile, letters: ReadonlyMap<string, LetterFile>): Material {
  return {
    id: material.id,
    name: material.name,
    required: material.required,
    anyOf: material.anyOf.map((alternative) => shownAlternative(alternative, letters)),
    ...given({ note: material.note }),
  };
}

function shownAlternative(alternative: AlternativeFile, letters: ReadonlyMap<string, LetterFile>): MaterialAlternative {
  const { id, name, kind } = alternative;
  const common = { id, name, kind, ...given({ when: alternative.when }) };
  switch (alternative.kind) {
    case 'credential':
    case 'data':
      return common;
    case 'photo': {
      const { paper, tip, pages } = alternative;
      return { ...common, paper, tip, ...given({ pages, sensitive: sensitivePaper(paper) }) };
    }
    case 'generated':
      return { ...common, document: alternative.document, signed: alternative.signed };
    case 'commitment': {
      const letter = letters.get(alternative.letter)?.paragraphs;
      return { ...common, document: 'commitment-letter', signed: true, ...given({ letter }) };
    }
  }
}

const seedFiles: Readonly<Record<string, string>> = {
  '000': '000_4deb04759533fa90.txt',
  '001': '001_b5c569f163b4b3c8.txt',
  '003': '003_0a79226fc910f612.txt',
  '004': '004_7d21e846ea086855.txt',
};

/** `003:8,30` → one reference a row; `statute:社会保险经办条例 第六条` → that title and article. */
export function references(sources: Readonly<Record<string, string>>, prefix = ''): SourceReference[] {
  return Object.entries(sources).flatMap(([name, source]) => {
    const field = `${prefix}${name}`;
    const colon = source.indexOf(':');
    if (colon < 0) return [{ field, document: source, row: '' }];
    const document = source.slice(0, colon);
    const place = source.slice(colon + 1);
    const seed = seedFiles[document];
    if (seed === undefined) return [{ field, document, row: place }];
    return place.split(',').map((row) => ({ field, document: seed, row }));
  });
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what is there: an absent property is left out of the JSON and of the type. */
function given<T extends Record<string, unknown>>(properties: T): Given<T> {
  const present: Given<T> = {};
  for (const key in properties) {
    const value = properties[key];
    if (isGiven(value)) present[key] = value;
  }
  return present;
}

function isGiven<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}
