/** Answers whatever the form asks, page after page, the way a person would who has everything at hand. */
import type { ItemPage, MaterialAlternative, Question } from '@yiban/shared-types/catalogue';
import { ApiClient } from '../../scripts/client/api-client.ts';
import { drawnPaper } from '../../scripts/demo/drawn-papers.ts';
import type { Receipt } from '../../scripts/demo/filed-cases.ts';
import { until } from './hands.ts';
import type { Hands } from './hands.ts';

export interface Known {
  /** Question → what is answered: words, a day, 分, names of province, city and county; else what stands is kept. */
  readonly answers: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly receipts?: readonly Receipt[];
  /** Material → way; else the first that is offered. */
  readonly ways?: Readonly<Record<string, string>>;
}

const CHECK = '检查一遍，再提交';

export async function itemOf(baseUrl: string, region: string, item: string): Promise<ItemPage> {
  return new ApiClient(baseUrl).call('GET', `/regions/${region}/items/${item}`);
}

/** From the page that is open to the one that shows everything once more; `look` sees each page as it comes. */
export async function fillIn(
  hands: Hands,
  item: ItemPage,
  known: Known,
  look: (title: string) => Promise<void> = async () => {},
): Promise<void> {
  for (let page = 0; page < 40; page += 1) {
    const title = await pageAsked(hands);
    if (title === CHECK) return;
    await look(title);
    await fillInPage(hands, item, known);
  }
  throw new Error(`${item.id}: forty pages and no end`);
}

/** The page that is open, and on to the next. */
export async function fillInPage(hands: Hands, item: ItemPage, known: Known): Promise<void> {
  const title = await pageAsked(hands);
  await answerPage(hands, item, known, title, '下一步');
  await until(hands, `“${title}” should be left`, async () => (await hands.title()) !== title);
}

/** One page that leads back to the check. */
export async function correct(hands: Hands, item: ItemPage, known: Known): Promise<void> {
  await until(hands, 'a page should open', async () => (await hands.title()) !== CHECK);
  await answerPage(hands, item, known, await hands.title(), '改好了');
  await until(hands, 'the check should come back', async () => (await hands.title()) === CHECK);
}

/** The title of the page that is open, once they agreed to what it asks for separately. */
export async function pageAsked(hands: Hands): Promise<string> {
  for (;;) {
    await until(hands, 'it should be known what was agreed to before', async () => (await hands.title()) !== '请稍等');
    const title = await hands.title();
    if (!title.endsWith('，可以吗？')) return title;
    await hands.press('可以，接着办');
    await until(hands, `“${title}” should be left`, async () => (await hands.title()) !== title);
  }
}

async function answerPage(hands: Hands, item: ItemPage, known: Known, title: string, onward: string): Promise<void> {
  const question = item.form?.questions.find(({ label }) => label === title);
  if (question !== undefined) {
    if (question.kind === 'receipts') await tellReceipts(hands, known.receipts ?? []);
    else await answer(hands, question, known.answers[question.id]);
    return hands.press(onward);
  }
  if (title === '用哪种方式证明？') return chooseWay(hands, item, known);
  const ways = item.materials.flatMap(({ anyOf }) => anyOf);
  const photographed = ways.find(({ kind, name }) => kind === 'photo' && title === `拍${name}`);
  if (photographed !== undefined) {
    await photographPages(hands, photographed);
    return hands.press(onward);
  }
  if (!isToSign(title)) throw new Error(`no such page is known: “${title}”`);
  await hands.sign();
  return hands.press('签好了');
}

export function isToSign(title: string): boolean {
  return title.includes('，签');
}

async function answer(
  hands: Hands,
  { id, kind, term, options }: Question,
  given: Known['answers'][string] | undefined,
): Promise<void> {
  if (given === undefined) return;
  const optionNamed = (value: unknown): string => options?.find((one) => one.value === value)?.label ?? String(value);
  switch (kind) {
    case 'date':
      return hands.date(term, String(given));
    case 'division':
      for (const name of given as readonly string[]) await hands.press(name);
      return;
    case 'choice':
      return hands.press(optionNamed(given));
    case 'choices':
      for (const value of given as readonly string[]) await hands.press(optionNamed(value));
      return;
    case 'yes-no':
      return hands.press(given === true ? '是' : '否');
    case 'money':
      return hands.type(term, yuan(Number(given)));
    case 'text':
    case 'multiline':
    case 'name':
    case 'phone':
    case 'id-number':
    case 'credit-code':
    case 'bank-card':
    case 'number':
      return hands.type(term, String(given));
    case 'registration':
      return hands.press(String(given));
    case 'month':
    case 'table':
    case 'receipts':
      throw new Error(`${id}: no journey answers a question of kind ${kind}`);
  }
}

/** Photographs each, and types what stands on it. */
async function tellReceipts(hands: Hands, receipts: readonly Receipt[]): Promise<void> {
  for (const [index, receipt] of receipts.entries()) {
    await hands.photograph(index === 0 ? '拍第一张票据' : '再加一张票据', [await receiptPhoto(receipt)]);
    await hands.see(`第 ${index + 1} 张票据`);
    await hands.see('已收到');
    await hands.type('票据代码', receipt.code);
    await hands.type('票据号码', receipt.number);
    await hands.type('校验码', receipt.checkCode);
    await hands.type('交款人', receipt.payer);
    await hands.date('开票日期', receipt.date);
    await hands.type('金额合计', yuan(receipt.total));
    await hands.type('收款单位', receipt.hospital);
    await hands.press('这张填好了');
    await hands.see(`合计 ${index + 1} 张`);
  }
}

/** Those pages that are not there yet. */
async function photographPages(hands: Hands, { name, pages }: MaterialAlternative): Promise<void> {
  const wanted = pages ?? [name];
  const taken = Number(/已拍 (\d+) 张/.exec(await hands.text())?.[1] ?? 0);
  const photos = await Promise.all(wanted.slice(taken).map(async (page) => drawnPaper(page, [name, '测试用纸'])));
  await hands.photograph('从相册里选', photos);
  await photosReceived(hands, wanted.length);
}

export async function photosReceived(hands: Hands, count: number): Promise<void> {
  await hands.see(`已拍 ${count} 张`);
  await until(hands, 'every photo should arrive', async () => (await hands.text()).split('已收到').length > count);
}

async function chooseWay(hands: Hands, item: ItemPage, { ways = {} }: Known): Promise<void> {
  const text = await hands.text();
  const material = item.materials.find(({ name, anyOf }) => anyOf.length > 1 && text.includes(name));
  if (material === undefined) throw new Error(`no material is asked for here:\n${text}`);
  const offered = material.anyOf.filter(({ kind }) => kind === 'photo' || kind === 'commitment');
  const way = offered.find(({ id }) => id === ways[material.id]) ?? offered[0];
  if (way === undefined) throw new Error(`no way to ${material.name}`);
  await hands.press(way.kind === 'photo' ? `拍照上传${way.name}` : `签一份${way.name}`);
  return hands.press('下一步');
}

async function receiptPhoto({ code, number, payer, total, hospital }: Receipt): Promise<Buffer> {
  return drawnPaper('医疗住院收费票据', [
    `票据代码 ${code}`,
    `票据号码 ${number}`,
    `交款人 ${payer}`,
    `金额合计 ${yuan(total)}`,
    `收款单位 ${hospital}`,
  ]);
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
