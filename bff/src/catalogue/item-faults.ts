/** What the shape of a data file can't say: names that must agree with each other within one item and its region. */
import type { LetterFile, RegionFile } from './catalogue-file.js';
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
  };
  return [
    ...doubled(item),
    ...questionFaults(item, names),
    ...materialFaults(item, names, letters),
    ...ruleFaults(item, names),
    ...upstreamFaults(item, names, region),
    ...limitFaults(item, names),
  ];
}

function doubled(item: RegionItem): ItemFault[] {
  return (['questions', 'materials', 'rules', 'settlement'] as const).flatMap((list) => {
    const ids = item[list].map((entry) => entry.id);
    return ids.flatMap((id, i) =>
      ids.indexOf(id) === i ? [] : [{ path: [list, i, 'id'], message: `«${id}» stands twice` }],
    );
  });
}

function questionFaults({ questions }: RegionItem, names: ConditionNames): ItemFault[] {
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
    if (question.prefill !== undefined && !isPersonFact(question.prefill.replace('person.', ''))) {
      found.push({ path: [...at, 'prefill'], message: `unknown fact «${question.prefill}»` });
    }
    if (!question.ask && question.default === undefined) {
      found.push({ path: [...at, 'ask'], message: 'a question that is never asked needs a default' });
    }
    return found;
  });
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

function isPersonFact(name: string): boolean {
  return personFacts.some((fact) => fact === name);
}
