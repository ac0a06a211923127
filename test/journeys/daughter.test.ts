/** Journey 4: a daughter asks by a link, her mother signs on her own phone, and takes it back once a case was filed. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { credentialQr } from '../../scripts/client/citizen.ts';
import { freshReceipts } from '../../scripts/demo/filed-cases.ts';
import { hired, officersFile } from '../contract/hired-officers.ts';
import { readQr } from '../read-qr.ts';
import { startProduct } from '../server/running-server.ts';
import type { RunningProduct } from '../server/running-server.ts';
import { firstStart, scannedIn } from './beginning.ts';
import { browserHands, type BrowserHands } from './browser-hands.ts';
import { fillIn, itemOf } from './form-walker.ts';
import type { Hands } from './hands.ts';
import { decide, logIn, openCase, openDesk } from './officer-desk.ts';

const officer = hired('受理员', ['window']);
const EVENT = '生孩子';

for (const database of ['sqlite', 'mariadb'] as const) {
  const elder = database === 'mariadb';
  describe(`the daughter, on ${database}`, () => {
    let product: RunningProduct;
    before(async () => {
      product = await startProduct({ database, env: { OFFICERS_FILE: officersFile([officer]) } });
    });
    after(() => product.stop());

    test(`${database}: asks by a link, files for her mother to the end, and is stopped in words once the mother takes it back`, async () => {
      const { name } = await itemOf(product.baseUrl, '620000', 'maternity-delivery');
      await using daughter = await browserHands(product.baseUrl);
      await firstStart(daughter, { elder });
      await scannedIn(daughter, product, 'daughter-gansu');
      const link = await asks(daughter, name);
      await using mother = await browserHands(product.baseUrl, { link });
      await signs(mother, product, elder);
      await filesForHer(daughter, product, name);

      await using desk = await openDesk(product.baseUrl);
      await logIn(desk, officer);
      await openCase(desk, name);
      for (const words of ['代办人', '周玉梅', '李文静']) await desk.see(words);
      await decide(desk, '受理', '已受理');

      await daughter.press('回首页');
      await beginFor(daughter, name, '妈妈');
      await daughter.press('下一步');
      await daughter.see('孩子是哪天出生的？');
      await takesBack(mother, name, elder);
      await daughter.date('分娩日期', '2026-09-20');
      await daughter.press('下一步');
      await daughter.see('这份申请先停下了');
      await daughter.see('填过的、拍过的都还在');
      await daughter.press('去看委托');
      await daughter.press('已经结束的');
      await daughter.see('已撤回');
      assert.deepEqual([daughter.problems, mother.problems, desk.problems], [[], [], []]);
    });
  });
}

/** The link that her screen shows as a QR. */
async function asks(daughter: BrowserHands, item: string): Promise<string> {
  await daughter.press(EVENT);
  await daughter.press(item);
  await daughter.press('替家人办');
  await daughter.see('给谁办？');
  await daughter.press('添加家人');
  await daughter.press('妈妈');
  await daughter.press('下一步');
  await daughter.press('只办这一件');
  await daughter.press('下一步');
  await daughter.press('半年');
  await daughter.press('下一步');
  await daughter.press('妈妈不在身边');
  await daughter.press('生成链接');
  await daughter.see('还要妈妈自己签名');
  const code = daughter.phone.page.getByRole('img', { name: '给妈妈扫的二维码' }).filter({ visible: true });
  return readQr(await code.screenshot());
}

/** On a phone that never had the app: reads first, then scans, then signs. */
async function signs(mother: Hands, product: RunningProduct, elder: boolean): Promise<void> {
  await mother.see('周*梅想替您办医保的事');
  if (elder) await mother.press('换成长辈版，字更大');
  for (const words of ['授权委托书', '生育医疗费支付']) await mother.see(words);
  await mother.press('看清楚了，扫我的医保码');
  await mother.press('同意，去扫码');
  await mother.see('在哪里找医保电子凭证');
  await mother.scan(await credentialQr(product.sandboxUrl, 'mother-gansu'));
  await mother.press('是我，继续办');
  await mother.see('愿意的话，在这里签名');
  await mother.sign();
  await mother.press('签好了');
  await mother.see('周玉梅可以替您办了');
}

async function filesForHer(daughter: Hands, product: RunningProduct, name: string): Promise<void> {
  await daughter.press('看看签了没有');
  await daughter.see('有效');
  await daughter.press('去选要办的事');
  await beginFor(daughter, name, '妈妈');
  const item = await itemOf(product.baseUrl, '620000', 'maternity-delivery');
  const known = {
    answers: {
      claimant: 'mother',
      deliveryDate: '2026-09-12',
      deliveryPlace: ['甘肃省', '兰州市', '城关区'],
      deliveryHospital: '兰州市妇幼保健院',
      birthKind: 'natural',
      expenseTotal: 312_050,
      bank: '中国农业银行',
      bankCard: '6228480402564890018',
      phone: '13900005678',
    },
    receipts: freshReceipts('李文静', '2026-09-14', [312_050]),
    ways: { 'fertility-registration': 'commitment-letter' },
  };
  await fillIn(daughter, item, known, async (title) => {
    assert.match(await daughter.text(), /给\s*妈妈 李\*静\s*办/, `“${title}” says for whom`);
  });
  await daughter.see('都齐了，可以提交');
  await daughter.see('李文静');
  assert.doesNotMatch(await daughter.text(), /周玉梅/, 'nothing of the daughter stands in her mother’s form');
  await daughter.press('提交申请');
  await daughter.see('已提交');
  await daughter.see('由 周*梅 代办');
}

async function beginFor(daughter: Hands, item: string, whom: string): Promise<void> {
  await daughter.press(EVENT);
  await daughter.press(item);
  await daughter.press('开始办理');
  await daughter.see('给谁办？');
  await daughter.press(whom);
  await daughter.see('第 1 步');
}

async function takesBack(mother: Hands, item: string, elder: boolean): Promise<void> {
  await mother.press('回首页');
  if (!elder) await mother.press('不用，标准的就好');
  await mother.see('给我自己办，由周*梅代办');
  await mother.press('我的办件');
  await mother.press(item);
  await mother.see('由 周*梅 代办');
  await mother.press('返回');
  await mother.press('我的');
  await mother.press('委托与代办');
  await mother.press('周*梅');
  await mother.press('撤回委托');
  await mother.press('撤回，不让周*梅再替我办');
  await mother.see('已撤回');
}
