/** What is asked of this person, in order: one step is one page. Pure. */
import type { Answer, Answers, CaseMaterialView, CheckResult } from '@yiban/shared-types/cases';
import type { ItemPage, Material, MaterialAlternative, Question } from '@yiban/shared-types/catalogue';
import { verdict } from './conditions';
import type { KnownFacts } from './conditions';

/** `id` is the path of what it is about, as the check's pointers have it: `form/since`, `materials/settlement-proof`. */
export type Step =
  | { readonly kind: 'question'; readonly id: string; readonly question: Question }
  | { readonly kind: 'material'; readonly id: string; readonly requirement: OpenRequirement };

/** A requirement with the ways that this person may take. */
export interface OpenRequirement {
  readonly material: Material;
  readonly ways: readonly MaterialAlternative[];
  readonly required: boolean;
}

/** What the server's check told, null before the first one. */
export type Told = Pick<CheckResult, 'asked' | 'requirements'> | null;

export function stepsOf(item: ItemPage, answers: Answers, told: Told): readonly Step[] {
  const questions = questionsAsked(item, answers, told).map((question): Step => ({
    kind: 'question',
    id: questionPath(question.id),
    question,
  }));
  const materials = requirementsOpen(item, answers, told).map((requirement): Step => ({
    kind: 'material',
    id: materialPath(requirement.material.id),
    requirement,
  }));
  return [...questions, ...materials];
}

export function questionsAsked(item: ItemPage, answers: Answers, told: Told): readonly Question[] {
  const facts = knownFacts(item, answers);
  return (item.form?.questions ?? []).filter(({ id, ask, when }) => {
    if (!ask) return false;
    const answered = verdict(when, facts);
    return answered === 'unknown' ? (told?.asked.includes(id) ?? false) : answered;
  });
}

/**
 * Requirements that need something of the person. Papers to be signed come last: they tell all that was filled in, and
 * whoever changes an answer afterwards signs anew. Receipts that the form asks for one by one are photographed there.
 */
export function requirementsOpen(item: ItemPage, answers: Answers, told: Told): readonly OpenRequirement[] {
  const open = item.materials
    .filter((material) => !isPhotographedWithReceipts(item, material))
    .map((material) => requirementOf(item, material, answers, told))
    .filter((one) => one !== null);
  return [...open.filter((one) => !isSignedOnly(one)), ...open.filter(isSignedOnly)];
}

/** Requirements that are met without the person doing anything, as far as is known. */
export function requirementsGiven(item: ItemPage, answers: Answers, told: Told): readonly Material[] {
  return item.materials.filter((material) => isGiven(item, material, answers, told));
}

/** The material that holds the photos of a `receipts` question, where the item has one. */
export function receiptMaterial(
  item: ItemPage,
): { readonly material: Material; readonly way: MaterialAlternative } | null {
  for (const material of item.materials) {
    const way = material.anyOf.find(({ kind, paper }) => kind === 'photo' && paper === 'receipt');
    if (way !== undefined) return { material, way };
  }
  return null;
}

export function questionPath(question: string): string {
  return `form/${question}`;
}

/** Photos of receipts are taken where the form asks for the receipts. */
export function materialPath(material: string, item?: ItemPage): string {
  const receipts = item?.form?.questions.find(({ kind }) => kind === 'receipts');
  const there = item !== undefined && receipts !== undefined && receiptMaterial(item)?.material.id === material;
  return there ? questionPath(receipts.id) : `materials/${material}`;
}

/** Whether a step has what it needs. */
export function isDone(step: Step, answers: Answers, materials: readonly CaseMaterialView[]): boolean {
  if (step.kind === 'question') return !step.question.required || !isEmpty(answers[step.question.id]);
  const standing = materials.find(({ material }) => material === step.requirement.material.id);
  if (standing === undefined) return !step.requirement.required;
  const way = step.requirement.ways.find(({ id }) => id === standing.alternative);
  if (way === undefined) return false;
  return way.kind === 'photo' ? standing.uploads.length >= (way.pages?.length ?? 1) : standing.signed;
}

export function isEmpty(answer: Answer | undefined): boolean {
  return answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

export function knownFacts(item: ItemPage, answers: Answers): KnownFacts {
  return { form: answers, region: { code: item.region } };
}

function requirementOf(item: ItemPage, material: Material, answers: Answers, told: Told): OpenRequirement | null {
  if (isGiven(item, material, answers, told)) return null;
  const facts = knownFacts(item, answers);
  const outcome = told?.requirements.find((one) => one.material === material.id);
  const locally =
    typeof material.required === 'boolean' ? material.required : verdict(material.required.condition, facts);
  const required = locally === 'unknown' ? (outcome?.required ?? false) : locally;
  // What a condition does not ask of this person is not shown; what nobody has to give is offered.
  if (!required && material.required !== false) return null;
  const ways = material.anyOf.filter(({ id, kind, when }) => {
    if (kind === 'credential' || kind === 'data') return false;
    const open = verdict(when, facts);
    return open === 'unknown' ? (outcome?.ways.includes(id) ?? true) : open;
  });
  return ways.length === 0 ? null : { material, ways, required };
}

function isGiven(item: ItemPage, material: Material, answers: Answers, told: Told): boolean {
  const outcome = told?.requirements.find((one) => one.material === material.id);
  if (outcome !== undefined) return outcome.given;
  const facts = knownFacts(item, answers);
  return material.anyOf.some(
    ({ kind, signed, when }) =>
      (kind === 'credential' || (kind === 'generated' && signed !== true)) && verdict(when, facts) === true,
  );
}

function isPhotographedWithReceipts(item: ItemPage, material: Material): boolean {
  const asked = item.form?.questions.some(({ kind }) => kind === 'receipts') ?? false;
  return asked && receiptMaterial(item)?.material.id === material.id;
}

function isSignedOnly({ ways }: OpenRequirement): boolean {
  return ways.every(({ kind }) => kind === 'generated' || kind === 'commitment');
}
