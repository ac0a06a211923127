/** A retiree who moved to another province: the app for the first time, then 异地安置退休人员备案, in either build. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { RunningProduct } from '../server/running-server.ts';
import { beginItem, firstStart, scannedIn } from './beginning.ts';
import { correct, fillIn, isToSign, itemOf } from './form-walker.ts';
import type { Known } from './form-walker.ts';
import type { Hands, OpenHands } from './hands.ts';
import { assertPdf } from './opened-pdf.ts';
import { phoneLine } from './phone-line.ts';

export interface Setting {
  readonly product: RunningProduct;
  readonly openHands: OpenHands;
  readonly elder: boolean;
}

const residence: Known['answers'] = {
  destination: ['安徽省', '合肥市', '蜀山区'],
  address: '长江西路 100 号 3 栋 201',
  since: '2024-03-01',
  phone: '13800001234',
};

/** Journey 1: agreement, the question of type size, and who one is by the credential's QR. */
export function retireeIsKnown(name: string, setting: () => Setting): void {
  test(`${name}: a retiree opens the app for the first time, scans, and sees who they are and how they are enrolled`, async () => {
    const { product, openHands, elder } = setting();
    await using hands = await openHands(product.baseUrl);
    await hands.see('先说说您的个人信息');
    await hands.see('办医保要用到您的一些信息');
    await firstStart(hands, { elder });
    await hands.see(elder ? '标准版' : '长辈版');
    await scannedIn(hands, product, 'retiree-gansu', async () => {
      for (const words of ['赵*兰，您好', '6201**********0027', '甘肃省', '职工基本医疗保险', '正常参保'])
        await hands.see(words);
      const text = await hands.text();
      assert.doesNotMatch(text, /赵秀兰|620102195503080027/, 'name and number are masked');
    });
    await hands.see('赵*兰');
    assert.deepEqual(hands.problems, []);
  });
}

/** Journey 2, with household register pages. */
export function retireeFilesOnce(name: string, setting: () => Setting): void {
  test(`${name}: a retiree files with household register pages, is told at once of all that is missing, and files once`, async () => {
    const { product, openHands, elder } = setting();
    await using line = await phoneLine(product.baseUrl);
    await using hands = await openHands(line.url);
    const item = await itemOf(product.baseUrl, '620000', 'remote-retiree');
    const known = { answers: residence, ways: { 'settlement-proof': 'household-register' } };
    await firstStart(hands, { elder });
    await scannedIn(hands, product, 'retiree-gansu');
    await beginItem(hands, '去外地住', item.name);
    await fillIn(hands, item, known, async (title) => {
      if (!isToSign(title)) return;
      for (const words of ['备案表', '安徽省 合肥市 蜀山区', '长江西路 100 号 3 栋 201', '2024年3月1日', '13800001234'])
        await hands.see(words);
    });
    await hands.see('都齐了，提交后当场办结');

    await takeBack(hands);
    await hands.press('提交申请');
    await hands.see('还有 4 处要补');
    const told = ['请选择「居住地」', '「联系电话」', '至少要拍 2 张', '「备案表」'];
    for (const words of told) await hands.see(words);
    assert.equal(
      (await registrations(product, 'retiree-gansu')).length,
      0,
      'nothing was registered before all was there',
    );
    for (const words of told) {
      await hands.press(words);
      await correct(hands, item, known);
    }
    await hands.see('都齐了，提交后当场办结');

    line.loseAnswers('/submit');
    await hands.press('提交申请');
    await hands.see('网络不通');
    await hands.see('不会重复提交');
    line.heal();
    await hands.pressTwice('提交申请');
    await hands.see('已办结');
    await hands.see('已按期办结');
    for (const words of ['提交申请', '已受理', '已办结']) await hands.see(words);
    assertPdf(await hands.openPdf('备案表'));

    const [registration, ...others] = await registrations(product, 'retiree-gansu');
    assert.deepEqual(others, [], 'registered once');
    assert.deepEqual(
      [registration?.fields['rloc_admdvs'], registration?.fields['tel'], registration?.fields['enddate']],
      ['340104', '13800001234', ''],
    );

    await hands.press('看办件');
    await hands.see('办到哪一步了');
    await hands.press('每一步的记录');
    await hands.see('提交申请');
    assert.deepEqual(hands.problems, []);
  });
}

/** Journey 2, with a commitment letter in place of the household register; it ends after some months. */
export function retireeCommits(name: string, setting: () => Setting): void {
  test(`${name}: a retiree of another region signs a commitment letter instead`, async () => {
    const { product, openHands, elder } = setting();
    await using hands = await openHands(product.baseUrl);
    const item = await itemOf(product.baseUrl, '340000', 'remote-retiree');
    await firstStart(hands, { elder });
    await scannedIn(hands, product, 'retiree-anhui');
    await beginItem(hands, '去外地住', item.name);
    const read: string[] = [];
    await fillIn(
      hands,
      item,
      {
        answers: { ...residence, destination: ['上海市', '浦东新区'], address: '张杨路 500 弄 2 号' },
        ways: { 'settlement-proof': 'commitment-letter' },
      },
      async (title) => {
        if (isToSign(title)) read.push(title);
      },
    );
    assert.deepEqual(read, ['读一读，签个人承诺书', '看一看，签备案表']);
    await hands.press('提交申请');
    await hands.see('已办结');
    assertPdf(await hands.openPdf('备案表'));
    const [registration, ...others] = await registrations(product, 'retiree-anhui');
    assert.deepEqual(others, []);
    assert.equal(registration?.fields['rloc_admdvs'], '310115');
    assert.match(registration?.fields['enddate'] ?? '', /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(hands.problems, []);
  });
}

/** Two answers and a photo go; and so does the signature, which stood under what is no longer said. */
async function takeBack(hands: Hands): Promise<void> {
  await hands.press('居住地');
  await hands.press('省份');
  await hands.see('请选择省份');
  await hands.press('上一步');
  await hands.press('联系电话');
  await hands.type('联系电话', '138');
  await hands.press('上一步');
  await hands.press('异地安置认定材料');
  await hands.press('删除第 1 张');
  await hands.see('重拍这一张');
  await hands.press('删除');
  await hands.press('删掉');
  await hands.see('已拍 1 张');
  await hands.press('上一步');
}

const deeds = z.array(
  z.object({ operation: z.string(), person: z.string(), fields: z.record(z.string(), z.string()) }),
);

async function registrations({ sandboxUrl }: RunningProduct, person: string): Promise<z.infer<typeof deeds>> {
  const all = deeds.parse(await (await fetch(`${sandboxUrl}/registrations`)).json());
  return all.filter((deed) => deed.person === person && deed.operation === 'register-remote-care');
}
