/** Journey 3: a mother claims her hospital costs, three officers decide and pay, and she sees every step. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { atBank } from '../../scripts/client/officer.ts';
import { drawnPaper } from '../../scripts/demo/drawn-papers.ts';
import { freshReceipts } from '../../scripts/demo/filed-cases.ts';
import { hired, officersFile } from '../contract/hired-officers.ts';
import { startProduct } from '../server/running-server.ts';
import type { RunningProduct } from '../server/running-server.ts';
import { beginItem, firstStart, scannedIn } from './beginning.ts';
import { browserHands } from './browser-hands.ts';
import { fillIn, itemOf, photosReceived } from './form-walker.ts';
import type { DeskHands, Hands } from './hands.ts';
import { decide, logIn, openCase, openDesk } from './officer-desk.ts';
import { assertPdf } from './opened-pdf.ts';

const staff = {
  // May do everything, and still not two duties on one case.
  first: hired('初审员', ['window', 'first-reviewer', 'second-reviewer', 'payer']),
  second: hired('复核员', ['second-reviewer']),
  payer: hired('拨付员', ['payer']),
};

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`the mother, on ${database}`, () => {
    let product: RunningProduct;
    before(async () => {
      product = await startProduct({ database, env: { OFFICERS_FILE: officersFile(Object.values(staff)) } });
    });
    after(() => product.stop());

    test(`${database}: several receipts, a supplement, three officers, the money, and every step seen`, async () => {
      const { name } = await itemOf(product.baseUrl, '620000', 'maternity-delivery');
      await using mother = await browserHands(product.baseUrl);
      await using desk = await openDesk(product.baseUrl);
      await files(mother, product);
      await mother.press('提交申请');
      await mother.see('已提交');
      await mother.press('回首页');

      await logIn(desk, staff.first);
      await asksForSupplement(desk, name);
      await supplements(mother, name);
      await settles(desk, name);
      await sitsTwice(desk, name);

      await desk.press('退出');
      await logIn(desk, staff.second);
      await openCase(desk, name);
      await decide(desk, '通过', '已通过');
      await desk.press('退出');
      await logIn(desk, staff.payer);
      await openCase(desk, name);
      await paysOut(desk, product);

      await seesEveryStep(mother, name);
      assert.deepEqual([mother.problems, desk.problems], [[], []]);
    });
  });
}

async function files(mother: Hands, product: RunningProduct): Promise<void> {
  const item = await itemOf(product.baseUrl, '620000', 'maternity-delivery');
  await firstStart(mother);
  await scannedIn(mother, product, 'mother-gansu');
  await beginItem(mother, '生孩子', item.name);
  await fillIn(mother, item, {
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
  });
  for (const words of ['都齐了，可以提交', '4,006.50', '李文静']) await mother.see(words);
}

async function asksForSupplement(desk: Hands, itemName: string): Promise<void> {
  await openCase(desk, itemName);
  await desk.see('4,006.50');
  await desk.press('一次性告知');
  await desk.press('病历资料');
  await desk.type('「病历资料」哪里不对', '出院记录缺第二页，请补拍。');
  await desk.press('告知这 1 项');
  await desk.see('确定一次性告知？');
  await desk.press('一次性告知');
  await desk.see('已发一次性告知书');
}

async function supplements(mother: Hands, itemName: string): Promise<void> {
  await mother.press('我的办件');
  await mother.press(itemName);
  for (const words of ['要您补材料', '要补的就这些（1 项）', '出院记录缺第二页，请补拍。', '补齐前办理时间暂停计算']) {
    await mother.see(words);
  }
  await mother.press('去补正');
  await mother.see('补齐材料');
  await mother.press('病历资料');
  await mother.see('已拍 1 张');
  await mother.photograph('再拍一张', [await drawnPaper('出院记录（第二页）', ['医嘱：注意休息'])]);
  await photosReceived(mother, 2);
  await mother.press('改好了');
  await mother.press('补好了，提交');
  await mother.see('已提交');
  await mother.press('回首页');
}

/** Accepted, taken up, and the amounts settled, one of them cut. */
async function settles(desk: Hands, itemName: string): Promise<void> {
  await openCase(desk, itemName);
  await decide(desk, '受理', '已受理');
  await openCase(desk, itemName);
  await desk.see('下一件');
  assert.match(await desk.text(), /^通过[A-Z]$/m);
  await desk.press('通过');
  await desk.see('核定金额，初审通过');
  await desk.type('接生手术治疗费，申报', '3120.50');
  await desk.type('药品费，申报', '886.00');
  await desk.see('与申报合计一致');
  await desk.type('药品费，核定', '800.00');
  await desk.press('药品费填入：目录外的费用');
  await desk.press('核定好了，初审通过');
  await desk.see('确定通过？');
  await desk.press('通过');
  await desk.see('已通过');
}

/** Who did the first review has nothing to decide in the second. */
async function sitsTwice(desk: Hands, itemName: string): Promise<void> {
  await desk.press('我能办的');
  await openCase(desk, itemName);
  await desk.see('下一件');
  // Each deed stands on its button with its key.
  assert.doesNotMatch(await desk.text(), /^(通过|退回|不予通过|拨付)[A-Z]$/m);
  await desk.press('队列');
}

/** From the case to the batch, its file to the bank, and the bank's results back. */
async function paysOut(desk: DeskHands, { sandboxUrl }: RunningProduct): Promise<void> {
  await desk.press('去拨付');
  await desk.see('选了 1 笔');
  await desk.see('3,920.50');
  await desk.press('冻结这一批');
  await desk.see('确定冻结这一批？');
  await desk.press('冻结');
  const file = await desk.saveFile('下载银行文件（CSV）');
  await desk.see('文件已存好');
  await desk.chooseFile('导入银行结果', { name: 'results.csv', bytes: await atBank(sandboxUrl, file) });
  await desk.see('导入了 1 行结果');
  await desk.see('全部付成');
}

async function seesEveryStep(mother: Hands, itemName: string): Promise<void> {
  await mother.press('我的办件');
  await mother.press(itemName);
  for (const words of ['已办结', '发给您多少', '3,920.50', '目录外的费用']) await mother.see(words);
  await mother.press('每一步的记录');
  const steps = ['提交申请', '请您补材料', '补齐材料', '受理', '开始初审', '转给复核', '审核通过，转去拨付', '办结'];
  for (const words of steps) await mother.see(words);
  const text = await mother.text();
  const told = text.slice(text.indexOf('每一步的记录'));
  assert.ok((told.match(/\d+月\d+日 \d\d:\d\d/g) ?? []).length >= steps.length, told);
  assertPdf(await mother.openPdf('结算单'));
}
