/** Fills in any item the way a person would: asks the check what is missing, and gives it, until nothing is. */
import type { Answer, Answers, CaseView } from '@yiban/shared-types/cases';
import type { ItemPage, Material, Question, TableColumn } from '@yiban/shared-types/catalogue';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import type { CitizenClient } from '../../scripts/client/citizen.ts';
import { drawnPaper, drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import { freshReceipts } from '../../scripts/demo/filed-cases.ts';

export interface Filling {
  /** Answers that the case is about; others get a plausible one. */
  readonly answers?: Answers;
  /** Requirement → alternative; else the first that can be had on a phone. */
  readonly alternatives?: Readonly<Record<string, string>>;
  /** The unit that it is for. */
  readonly unit?: string;
  /** The grant under which it is filed. */
  readonly grant?: string;
  /** A draft that is gone on with. */
  readonly draft?: string;
}

/** A draft that the check lets pass. Throws with what is still wrong when giving what is missing does not help. */
export async function filledCase(
  citizen: CitizenClient,
  item: string,
  region: string,
  { answers = {}, alternatives = {}, unit, grant, draft: begun }: Filling = {},
): Promise<CaseView> {
  const page = await citizen.api.call<ItemPage>('GET', `/regions/${region}/items/${item}`);
  let draft = begun === undefined ? await citizen.open(item, region, answers, unit, grant) : await citizen.one(begun);
  for (let round = 0; round < 8; round += 1) {
    const { ready, errors } = await citizen.check(draft);
    if (ready) return draft;
    const missing = errors.filter(({ code }) => ['missing', 'signature-missing', 'pages-missing'].includes(code));
    if (missing.length === 0)
      throw new Error(`${region} ${item}: ${errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`);
    draft = await citizen.save(draft, answersTo(missing, page));
    for (const { pointer } of missing) {
      const material = page.materials.find(({ id }) => pointer === `/materials/${id}`);
      if (material !== undefined) draft = await met(citizen, draft, material, alternatives[material.id]);
    }
  }
  throw new Error(`${region} ${item}: not ready after eight rounds`);
}

function answersTo(missing: readonly ProblemDetail[], page: ItemPage): Answers {
  const questions = page.form?.questions ?? [];
  return Object.fromEntries(
    missing.flatMap(({ pointer }) => {
      const question = questions.find(({ id }) => pointer === `/form/${id}`);
      return question === undefined ? [] : [[question.id, plausible(question)]];
    }),
  );
}

function plausible(question: Question): Answer {
  const { kind, options, minimum = 1 } = question;
  switch (kind) {
    case 'name':
      return '测试某';
    case 'phone':
      return '13800001234';
    case 'id-number':
      return '11010519491231002X';
    case 'credit-code':
      return '91350100M000100Y43';
    case 'date':
      return question.tense === 'future' ? '2027-03-01' : '2026-10-12';
    case 'month':
      return '2026-10';
    case 'choice':
      return options?.[0]?.value ?? '';
    case 'choices':
      return options?.slice(0, 1).map(({ value }) => value) ?? [];
    case 'yes-no':
      return false;
    case 'division':
      return { code: '310115', name: '上海市 上海市 浦东新区' };
    case 'money':
      return Math.max(minimum, 10_000);
    case 'number':
      return Math.max(minimum, 1);
    case 'bank-card':
      return '6228480402564890018';
    case 'receipts':
      return freshReceipts('测试某', '2026-10-12', [10_000]).map((receipt) => ({ ...receipt, uploads: [] }));
    case 'registration':
      return '';
    case 'table':
      return [Object.fromEntries((question.columns ?? []).map((column) => [column.id, plausibleCell(column)]))];
    case 'text':
    case 'multiline':
      return question.id === 'bankCard' ? '27010101040012345' : '测试内容';
  }
}

function plausibleCell({ id, kind, term, options, minimum, tense }: TableColumn): string | number {
  const answer = plausible({
    id,
    kind,
    term,
    label: term,
    required: true,
    ask: true,
    ...(options === undefined ? {} : { options }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(tense === undefined ? {} : { tense }),
  });
  return typeof answer === 'number' ? answer : String(answer);
}

/** Photos and signatures of a test run are sent once per citizen. */
async function met(
  citizen: CitizenClient,
  draft: CaseView,
  material: Material,
  wanted: string | undefined,
): Promise<CaseView> {
  const ways = material.anyOf.filter(({ kind }) => kind === 'photo' || kind === 'generated' || kind === 'commitment');
  const alternative = ways.find(({ id }) => id === wanted) ?? ways[0];
  if (alternative === undefined) throw new Error(`no way to meet ${material.id}`);
  if (alternative.kind !== 'photo') {
    const { id } = await citizen.upload(await drawnSignature(), { purpose: 'signature' });
    return citizen.attach(draft, material.id, { alternative: alternative.id, signature: id });
  }
  const uploads: string[] = [];
  for (const page of alternative.pages ?? [alternative.name]) {
    const bytes = await drawnPaper(page, ['测试用纸', alternative.name]);
    uploads.push(
      (
        await citizen.upload(bytes, {
          purpose: 'photo',
          ...(alternative.paper === undefined ? {} : { paper: alternative.paper }),
        })
      ).id,
    );
  }
  return citizen.attach(draft, material.id, { alternative: alternative.id, uploads });
}
