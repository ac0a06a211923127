/**
 * Journeys 2 and 3 with the network cut at every deed, with the app closed and opened without a network on every page, and
 * with a second phone in between: what is filed in the end is what an undisturbed phone files.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { CasePage, CaseView } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { drawnPaper } from '../../scripts/demo/drawn-papers.ts';
import { freshReceipts } from '../../scripts/demo/filed-cases.ts';
import { Office } from '../api/office.ts';
import { startProduct } from '../server/running-server.ts';
import type { DatabaseName, RunningProduct } from '../server/running-server.ts';
import { beginItem, firstStart, scannedIn } from './beginning.ts';
import { browserHands } from './browser-hands.ts';
import type { BrowserHands } from './browser-hands.ts';
import { cutHands } from './cut-hands.ts';
import { fillIn, fillInPage, itemOf, pageAsked, photosReceived } from './form-walker.ts';
import type { Known } from './form-walker.ts';
import { until } from './hands.ts';
import type { Hands } from './hands.ts';
import { phoneLine } from './phone-line.ts';
import type { PhoneLine } from './phone-line.ts';

interface Journey {
  readonly person: string;
  readonly item: string;
  readonly event: string;
  readonly known: Known;
  /** Two questions in a row: at the first another phone is picked up, and the second is answered only there. */
  readonly onAnotherPhone: readonly [string, string];
  readonly afterwards: (hands: Hands, product: RunningProduct, id: string) => Promise<void>;
}

const journeys: Readonly<Record<string, Journey>> = {
  'the retiree': {
    person: 'retiree-gansu',
    item: 'remote-retiree',
    event: '去外地住',
    known: {
      answers: {
        destination: ['安徽省', '合肥市', '蜀山区'],
        address: '长江西路 100 号 3 栋 201',
        since: '2024-03-01',
        phone: '13800001234',
      },
      ways: { 'settlement-proof': 'household-register' },
    },
    onAnotherPhone: ['since', 'phone'],
    afterwards: async () => {},
  },
  'the mother': {
    person: 'mother-gansu',
    item: 'maternity-delivery',
    event: '生孩子',
    known: {
      answers: {
        claimant: 'mother',
        deliveryDate: '2026-09-12',
        deliveryPlace: ['甘肃省', '兰州市', '城关区'],
        deliveryHospital: '兰州市妇幼保健院',
        birthKind: 'natural',
        expenseTotal: 400_650,
        bank: '中国农业银行',
        bankCard: '6228480402564890018',
        phone: '13900005678',
      },
      receipts: freshReceipts('李文静', '2026-09-14', [312_050, 88_600]),
      ways: { 'fertility-registration': 'commitment-letter' },
    },
    onAnotherPhone: ['bank', 'bankCard'],
    afterwards: supplements,
  },
};

for (const [who, journey] of Object.entries(journeys)) {
  test(`${who}: the network cut at every step, and another phone picked up, change nothing of what is filed`, async () => {
    const wanted = await filed(journey, 'sqlite', undisturbed(journey));
    assert.deepEqual(await filed(journey, 'mariadb', disturbed(journey)), wanted);
  });
}

interface Way {
  readonly hands: Hands;
  readonly known: Known;
  /** Sees each page of the form as it comes. */
  readonly look: (title: string) => Promise<void>;
  readonly done: () => void;
}

type Filer = (phone: BrowserHands, line: PhoneLine, product: RunningProduct, item: ItemPage) => Way;

async function filed(journey: Journey, database: DatabaseName, filer: Filer): Promise<unknown> {
  const product = await startProduct({ database });
  try {
    const item = await itemOf(product.baseUrl, '620000', journey.item);
    await using line = await phoneLine(product.baseUrl);
    await using phone = await browserHands(line.url);
    await firstStart(phone);
    // From now on the app is on the phone.
    await phone.phone.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const { hands, known, look, done } = filer(phone, line, product, item);
    await scannedIn(hands, product, journey.person);
    await beginItem(hands, journey.event, item.name);
    await fillIn(hands, item, known, look);
    await hands.see('都齐了');
    await hands.press('提交申请');
    await hands.see('办理经过');
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, journey.person);
    const { items } = await citizen.api.call<CasePage>('GET', '/cases');
    assert.equal(items.length, 1, 'one case');
    const id = items[0]?.id ?? '';
    await journey.afterwards(hands, product, id);
    done();
    assert.deepEqual(
      phone.problems.filter((problem) => !isOfTheCut(problem)),
      [],
    );
    return await whatWasFiled(product, await citizen.one(id));
  } finally {
    await product.stop();
  }
}

/** Chromium says so of each request that did not get through. */
function isOfTheCut(problem: string): boolean {
  return /net::ERR_|Failed to fetch/.test(problem);
}

function undisturbed({ known }: Journey): Filer {
  return (hands) => ({ hands, known, look: async () => {}, done: () => {} });
}

function disturbed({ known, onAnotherPhone: [first, second], person }: Journey): Filer {
  return (phone, line, product, item) => {
    const hands = cutHands(phone, line);
    const { [second]: _, ...answers } = known.answers;
    const reopened = new Set<string>();
    return {
      hands,
      known: { ...known, answers },
      look: async (title) => {
        if (item.form?.questions.find(({ label }) => label === title)?.id === first)
          await pickUp(product, person, item, known);
        if (reopened.has(title)) return;
        reopened.add(title);
        await hands.reopen();
      },
      done: () => assert.ok(hands.cuts() > 20, `the network was cut ${hands.cuts()} times`),
    };
  };
}

/** The draft goes on on another phone, where it was left; two questions are answered there. */
async function pickUp(product: RunningProduct, person: string, item: ItemPage, known: Known): Promise<void> {
  await using other = await browserHands(product.baseUrl);
  await firstStart(other);
  await scannedIn(other, product, person);
  await other.press('我的办件');
  await until(other, 'the list of cases should open', async () => (await other.title()) === '我的办件');
  await other.press(item.name);
  await other.press('接着填');
  await pageAsked(other);
  await other.see('下一步');
  await fillInPage(other, item, known);
  await fillInPage(other, item, known);
  await other.see('已保存');
  assert.deepEqual(other.problems, []);
}

/** An officer wants one page more; and then all is decided and paid. */
async function supplements(hands: Hands, product: RunningProduct, id: string): Promise<void> {
  const office = await Office.of(product, '620000');
  await office.officer('window').act('supplement', id, {
    items: [{ material: 'medical-record', reason: '出院记录缺第二页，请补拍。' }],
  });
  await hands.press('看办件');
  await hands.press('去补正');
  await hands.see('补齐材料');
  await hands.press('病历资料');
  await hands.see('已拍 1 张');
  await hands.photograph('再拍一张', [await drawnPaper('出院记录（第二页）', ['医嘱：注意休息'])]);
  await photosReceived(hands, 2);
  await hands.press('改好了');
  await hands.press('补好了，提交');
  await hands.see('办理经过');
  await office.workOff(id);
}

/** Form, photos by their bytes, signatures, documents and the way it went; ids stand for what they are ids of. */
async function whatWasFiled({ baseUrl }: RunningProduct, view: CaseView): Promise<unknown> {
  const hashes = new Map<string, string>();
  for (const upload of view.materials.flatMap(({ uploads }) => uploads)) {
    const picture = await fetch(new URL(upload.picture ?? '', baseUrl));
    assert.ok(picture.ok, `the picture of ${upload.id}: ${picture.status}`);
    hashes.set(
      upload.id,
      createHash('sha256')
        .update(Buffer.from(await picture.arrayBuffer()))
        .digest('hex'),
    );
  }
  const named = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
      typeof one === 'string' ? (hashes.get(one) ?? one) : one,
    );
  return {
    status: view.status,
    form: named(view.form),
    materials: view.materials.map(({ material, alternative, uploads, signed }) => ({
      material,
      alternative,
      uploads: uploads.map((upload) => hashes.get(upload.id)),
      signed,
    })),
    documents: view.documents.map(({ kind, name }) => [kind, name]),
    history: view.history.map(({ from, to }) => [from, to]),
  };
}
