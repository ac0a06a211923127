/** What the shape of a data file can't say: names that must agree with each other within one item and its region. */
import type { LetterFile, RegionFile } from './catalogue-file.js';
import type { QuestionFile } from './question-file.js';
import { conditionFaults, personFacts, type ConditionNames } from './conditions.js';
import type { DataPath } from './source-lines.js';
import type { RegionItem } from './layering.js';

export interface ItemFault {
  readonly path: DataPath;
  readonly message: string;
}

export function itemFaults(
  item: RegionItem,
  region: RegionFile,
  letters: ReadonlyMap<string, LetterFile>,
): readonly ItemFault[] {
  const names: ConditionNames = {
    questions: new Set(item.questions.map((question) => question.id)),
    materials: new Set(item.materials.map((material) => material.id)),
    tables: new Set(item.questions.filter(({ kind }) => kind === 'table').map(({ id }) => id)),
  };
  return [
    ...doubled(item),
    ...questionFaults(item, names),
    ...materialFaults(item, names, letters),
    ...ruleFaults(item, names),
    ...upstreamFaults(item, names, region),
    ...limitFaults(item, names),
    ...liveDataFaults(item, names),
    ...conditionFaults(item.suggested?.when, nothingAsked, ['suggested', 'when']),
  ];
}

/** What is put forward rests on the person alone. */
const nothingAsked: ConditionNames = { questions: new Set(), materials: new Set(), tables: new Set() };

function doubled(item: RegionItem): ItemFault[] {
  return (['questions', 'materials', 'rules', 'settlement'] as const).flatMap((list) => {
    const ids = item[list].map((entry) => entry.id);
    return ids.flatMap((id, i) =>
      ids.indexOf(id) === i ? [] : [{ path: [list, i, 'id'], message: `«${id}» stands twice` }],
    );
  });
}

function questionFaults({ questions, materials }: RegionItem, names: ConditionNames): ItemFault[] {
  return questions.flatMap((question, i) => {
    const at: DataPath = ['questions', i];
    const chooses = question.kind === 'choice' || question.kind === 'choices';
    const found: ItemFault[] = [...conditionFaults(question.when, names, [...at, 'when'])];
    if (question.optionsFrom !== undefined && question.options === undefined) {
      found.push({ path: [...at, 'optionsFrom'], message: `the region has no list «${question.optionsFrom}»` });
    } else if (chooses !== (question.options !== undefined)) {
      found.push({ path: at, message: 'a question of kind choice has options, and no other has' });
    }
    const values = question.options?.map((option) => option.value);
    if (values !== undefined && question.default !== undefined && !values.some((v) => v === question.default)) {
      found.push({ path: [...at, 'default'], message: 'the default is not one of the options' });
    }
    if (question.prefill !== undefined && !isPrefill(question.prefill)) {
      found.push({ path: [...at, 'prefill'], message: `unknown fact «${question.prefill}»` });
    }
    if (question.readFrom?.material !== undefined && !takesPhotoOf(materials, question.readFrom)) {
      found.push({ path: [...at, 'readFrom', 'material'], message: 'no such material takes a photo of this paper' });
    }
    found.push(...columnFaults(question, at));
    if (!question.ask && question.default === undefined) {
      found.push({ path: [...at, 'ask'], message: 'a question that is never asked needs a default' });
    }
    return found;
  });
}

function takesPhotoOf(
  materials: RegionItem['materials'],
  { paper, material }: { readonly paper: string; readonly material?: string | undefined },
): boolean {
  const ways = materials.find(({ id }) => id === material)?.anyOf ?? [];
  return ways.some((way) => way.kind === 'photo' && way.paper === paper);
}

function columnFaults({ kind, columns, distinct = [] }: QuestionFile, at: DataPath): ItemFault[] {
  if ((kind === 'table') !== (columns !== undefined))
    return [{ path: at, message: 'a question of kind table has columns, and no other has' }];
  const ids = (columns ?? []).map(({ id }) => id);
  const wrong = (columns ?? []).flatMap(({ id, kind: of, options, when }, i): ItemFault[] => {
    const path: DataPath = [...at, 'columns', i];
    if (ids.indexOf(id) !== i) return [{ path, message: `«${id}» stands twice` }];
    if ((of === 'choice') !== (options !== undefined))
      return [{ path, message: 'a column of kind choice has options, and no other has' }];
    if (when !== undefined && !ids.includes(when.column)) return [{ path, message: `no column «${when.column}»` }];
    return [];
  });
  const unknown = distinct.filter((id) => !ids.includes(id));
  return [...wrong, ...unknown.map((id) => ({ path: [...at, 'distinct'], message: `no column «${id}»` }))];
}

function materialFaults(
  item: RegionItem,
  names: ConditionNames,
  letters: ReadonlyMap<string, LetterFile>,
): ItemFault[] {
  return item.materials.flatMap((material, i) => {
    const at: DataPath = ['materials', i];
    const required =
      typeof material.required === 'object'
        ? conditionFaults(material.required.condition, names, [...at, 'required', 'condition'])
        : [];
    const alternatives = material.anyOf.flatMap((alternative, j) => {
      const here: DataPath = [...at, 'anyOf', j];
      const found: ItemFault[] = [...conditionFaults(alternative.when, names, [...here, 'when'])];
      if (alternative.kind === 'data') {
        found.push(...conditionFaults(alternative.condition, names, [...here, 'condition']));
      }
      if (alternative.kind === 'commitment') {
        const letter = letters.get(alternative.letter);
        const messages =
          letter === undefined
            ? [`no letter «${alternative.letter}» in base/letters`]
            : letterGaps(letter, names).map((name) => `the letter «${letter.id}» wants «${name}», which is not asked`);
        found.push(...messages.map((message) => ({ path: [...here, 'letter'], message })));
      }
      return found;
    });
    return [...required, ...alternatives];
  });
}

/** Places of a letter that nothing would fill in. */
function letterGaps(letter: LetterFile, names: ConditionNames): string[] {
  const places = letter.paragraphs.flatMap((paragraph) => [...paragraph.matchAll(/\{\{([^}]*)\}\}/g)]);
  return places
    .map(([, name = '']) => name)
    .filter((name) => {
      const [root, field = ''] = name.split('.');
      return !(root === 'form' ? names.questions.has(field) : root === 'person' && isPersonFact(field));
    });
}

function ruleFaults(item: RegionItem, names: ConditionNames): ItemFault[] {
  return item.rules.flatMap((rule, i) => {
    const at: DataPath = ['rules', i];
    const found: ItemFault[] = [
      ...conditionFaults(rule.when, names, [...at, 'when']),
      ...conditionFaults(rule.rule, names, [...at, 'rule']),
    ];
    const [, kind, name] = rule.pointer.split('/');
    if (name !== undefined && !(kind === 'form' ? names.questions : names.materials).has(name)) {
      found.push({ path: [...at, 'pointer'], message: `nothing stands at ${rule.pointer}` });
    }
    return found;
  });
}

function upstreamFaults(item: RegionItem, names: ConditionNames, region: RegionFile): ItemFault[] {
  return item.upstream.flatMap((call, i) => {
    const at: DataPath = ['upstream', i];
    const fields = Object.entries(call.fields);
    const found: ItemFault[] = [
      ...conditionFaults(call.when, names, [...at, 'when']),
      ...fields.flatMap(([field, value]) => conditionFaults(value, names, [...at, 'fields', field])),
    ];
    const table = item.questions.find(({ id, kind }) => kind === 'table' && id === call.rows?.table);
    const columns = new Set(table?.columns?.map(({ id }) => id));
    if (call.rows !== undefined && !Object.keys(call.rows.columns).every((column) => columns.has(column))) {
      found.push({ path: [...at, 'rows'], message: `«${call.rows.table}» is no table with these columns` });
    }
    if (!(call.operation in region.platform.transactions)) {
      const message = `region ${region.code} has no transaction for «${call.operation}»`;
      found.push({ path: [...at, 'operation'], message });
    }
    return found;
  });
}

function limitFaults(item: RegionItem, names: ConditionNames): ItemFault[] {
  return (['timeLimit', 'statutoryLimit'] as const).flatMap((field) => {
    const limit = item[field];
    if (limit === null || !('cases' in limit)) return [];
    return limit.cases.flatMap((one, i) => conditionFaults(one.condition, names, [field, 'cases', i, 'condition']));
  });
}

/** Readings, amounts and the person concerned: they name facts and questions as conditions do. */
function liveDataFaults(item: RegionItem, names: ConditionNames): ItemFault[] {
  const { readings = [], settlement, concerns, allowanceEstimate, issues, upstream, once = [] } = item;
  const found: ItemFault[] = [
    ...readings.flatMap(({ when, value }, i) => [
      ...conditionFaults(when, names, ['readings', i, 'when']),
      ...conditionFaults(value, names, ['readings', i, 'value']),
    ]),
    ...settlement.flatMap(({ when, amount }, i) => [
      ...conditionFaults(when, names, ['settlement', i, 'when']),
      ...conditionFaults(amount, names, ['settlement', i, 'amount']),
    ]),
    ...Object.entries(allowanceEstimate ?? {}).flatMap(([field, value]) =>
      conditionFaults(value, names, ['allowanceEstimate', field]),
    ),
    ...conditionFaults(concerns?.when, names, ['concerns', 'when']),
    ...once.flatMap(({ when, event, pointer }, i) => [
      ...conditionFaults(when, names, ['once', i, 'when']),
      ...conditionFaults(event, names, ['once', i, 'event']),
      ...(names.questions.has(pointer.replace('/form/', ''))
        ? []
        : [{ path: ['once', i, 'pointer'], message: `nothing stands at ${pointer}` }]),
    ]),
  ];
  for (const field of ['name', 'idNo'] as const) {
    if (concerns !== undefined && !names.questions.has(concerns[field])) {
      found.push({ path: ['concerns', field], message: `no question «${concerns[field]}»` });
    }
  }
  if (concerns === undefined && upstream.some(({ about }) => about === 'concerned')) {
    found.push({ path: ['upstream'], message: 'a deed about another person needs «concerns»' });
  }
  // The facts of a certificate are read before the decision: nothing may come between the two.
  if (issues !== undefined && upstream.length > 0) {
    found.push({ path: ['issues'], message: 'an item that issues a certificate has no deeds upstream' });
  }
  return found;
}

/** What is known of the unit that a case is filed for. */
const unitFacts = new Set(['unit.name', 'unit.creditCode']);

function isPrefill(name: string): boolean {
  return unitFacts.has(name) || isPersonFact(name.replace('person.', ''));
}

function isPersonFact(name: string): boolean {
  return personFacts.some((fact) => fact === name);
}
