/** Journey 4: the other items of remote care and of maternity on the same screens, each in one of the three regions. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { freshReceipts } from '../../scripts/demo/filed-cases.ts';
import { Office } from '../api/office.ts';
import { startProduct } from '../server/running-server.ts';
import type { RunningProduct } from '../server/running-server.ts';
import { beginItem, firstStart, scannedIn } from './beginning.ts';
import { browserHands } from './browser-hands.ts';
import { fillIn, itemOf } from './form-walker.ts';
import type { Known } from './form-walker.ts';
import type { Hands } from './hands.ts';
import { assertPdf } from './opened-pdf.ts';

interface Filing {
  readonly item: string;
  readonly region: string;
  readonly person: string;
  /** The life event under which it is found. */
  readonly event: string;
  readonly known: Known;
  readonly receipt?: { readonly payer: string; readonly date: string; readonly total: number };
  /** Closed in the same request, or by officers. */
  readonly closes: 'at-once' | 'by-officers';
}

const bank = { bank: '中国农业银行', bankCard: '6228480402564890018', phone: '13900005678' };

const filings: readonly Filing[] = [
  {
    item: 'remote-resident',
    region: '140825',
    person: 'resident-xinjiang-county',
    event: '去外地住',
    closes: 'at-once',
    known: {
      answers: {
        destination: ['陕西省', '西安市', '雁塔区'],
        address: '小寨东路 9 号',
        since: '2025-05-01',
        phone: '13800001234',
      },
      ways: { 'residence-proof': 'residence-proof' },
    },
  },
  {
    item: 'remote-worker',
    region: '340000',
    person: 'worker-anhui',
    event: '去外地住',
    closes: 'at-once',
    known: {
      answers: {
        destination: ['北京市', '海淀区'],
        workKind: 'dispatched',
        workplace: '合肥淝河信息技术有限公司北京办事处',
        address: '中关村大街 1 号',
        since: '2025-01-06',
        phone: '13800001234',
      },
      ways: { 'work-proof': 'labour-contract' },
    },
  },
  {
    item: 'remote-referral',
    region: '620000',
    person: 'daughter-gansu',
    event: '看病报销',
    closes: 'at-once',
    known: {
      answers: {
        destination: ['四川省', '成都市', '武侯区'],
        hospital: '四川大学华西医院',
        diagnosis: '冠心病',
        referringHospital: '兰州大学第一医院',
        referredOn: '2026-11-02',
        phone: '13800001234',
      },
    },
  },
  {
    item: 'maternity-prenatal',
    region: '140825',
    person: 'mother-xinjiang-county',
    event: '生孩子',
    closes: 'by-officers',
    receipt: { payer: '段丽娟', date: '2026-03-02', total: 68_000 },
    known: {
      answers: {
        claimant: 'mother',
        expectedDate: '2026-04-10',
        hospital: '新绛县人民医院',
        expenseTotal: 68_000,
        ...bank,
      },
      ways: { 'fertility-registration': 'fertility-registration' },
    },
  },
  {
    item: 'maternity-family-planning',
    region: '340000',
    person: 'hongkong-anhui',
    event: '生孩子',
    closes: 'by-officers',
    receipt: { payer: '何嘉敏', date: '2026-10-12', total: 45_000 },
    known: {
      answers: {
        procedure: 'iud-placement',
        procedureDate: '2026-10-12',
        hospital: '合肥市妇幼保健院',
        expenseTotal: 45_000,
        ...bank,
      },
      ways: { 'marriage-certificate': 'commitment-letter' },
    },
  },
  {
    item: 'maternity-allowance',
    region: '620000',
    person: 'mother-gansu',
    event: '生孩子',
    closes: 'by-officers',
    known: {
      answers: {
        event: 'birth',
        eventDate: '2026-09-12',
        hospital: '兰州市妇幼保健院',
        birthKind: 'caesarean',
        ...bank,
      },
      ways: { 'marriage-certificate': 'marriage-certificate' },
    },
  },
];

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`the other items, on ${database}`, () => {
    let product: RunningProduct;
    before(async () => {
      product = await startProduct({ database });
    });
    after(() => product.stop());

    for (const { item: id, region, person, event, known, receipt, closes } of filings) {
      test(`${database}: ${id} in ${region}, from the front page to its end`, async () => {
        const item = await itemOf(product.baseUrl, region, id);
        await using hands = await browserHands(product.baseUrl);
        await firstStart(hands);
        await scannedIn(hands, product, person);
        await beginItem(hands, event, item.name);
        const receipts = receipt === undefined ? [] : freshReceipts(receipt.payer, receipt.date, [receipt.total]);
        await fillIn(hands, item, { ...known, receipts });
        await hands.see('都齐了');
        await hands.press('提交申请');
        if (closes === 'by-officers') await workedOff(hands, product, region);
        else await hands.see('已按期办结');
        await hands.press('看办件');
        await hands.see('已办结');
        assertPdf(await hands.openPdf('受理通知单'));
        assert.deepEqual(hands.problems, []);
      });
    }

    test(`${database}: a registration is looked up and cancelled with the credential alone`, async () => {
      const item = await itemOf(product.baseUrl, '140825', 'remote-resident');
      await using hands = await browserHands(product.baseUrl);
      await firstStart(hands);
      await scannedIn(hands, product, 'resident-xinjiang-county');
      await hands.press('点开看参保状态');
      await hands.press('取消这条备案');
      await hands.see('第 1 步');
      await fillIn(hands, item, { answers: { phone: '13800001234' } });
      await hands.press('提交申请');
      await hands.see('已按期办结');
      await hands.press('回首页');
      await hands.press('点开看参保状态');
      await hands.see('没有正在生效的备案');
      assert.deepEqual(hands.problems, []);
    });
  });
}

async function workedOff(hands: Hands, product: RunningProduct, region: string): Promise<void> {
  await hands.see('已提交');
  const number = /\d{21}/.exec(await hands.text())?.[0];
  const office = await Office.of(product, region);
  const { items } = await office.officer('window').queue();
  const waiting = items.find((entry) => entry.number === number);
  assert.ok(waiting, `${number} is in the queue`);
  await office.workOff(waiting.id);
}
