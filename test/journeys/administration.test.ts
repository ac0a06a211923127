/** The administrator of a region at the desk: rules, holidays, officers; and an officer who opens their account. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { hired, officersFile } from '../contract/hired-officers.ts';
import { startProduct } from '../server/running-server.ts';
import type { Hands } from './hands.ts';
import { logIn, openDesk } from './officer-desk.ts';

const staff = { administrator: hired('guanli', ['administrator']) };
const password = '兰州的牛肉面一清二白三红四绿';

describe('the administrator of a region at the desk', async () => {
  const product = await startProduct({ env: { OFFICERS_FILE: officersFile(Object.values(staff)) } });
  after(product.stop);
  const { baseUrl } = product;
  const pageOf = async (item: string): Promise<ItemPage> =>
    (await (await fetch(`${baseUrl}/api/v1/regions/620000/items/${item}`)).json()) as ItemPage;

  test('changes the limit of an item: previews it as the citizen will see it, publishes it, takes it back', async () => {
    await using desk = await openDesk(baseUrl);
    await logIn(desk, staff.administrator);
    await desk.press('本地规则');
    await desk.see('改一个事项');
    await desk.press('门诊费用报销');
    await desk.see('办理时限');
    await desk.press('预览');
    await desk.see('请写明依据的文件。');
    await desk.type('依据文件', '甘医保发〔2026〕12号');
    await again(desk, '预览');
    await desk.see('没有改动');
    await desk.type('办理时限（工作日）', '0');
    await again(desk, '预览');
    await desk.see('1 到 365 个工作日');
    await desk.type('办理时限（工作日）', '12');
    await again(desk, '预览');
    await desk.see('改了什么');
    await desk.see('12 个工作日内办完');
    await desk.picture('administration-preview');
    await desk.press('零点生效');
    await desk.see('生效前可以取消');
    await desk.press('发布');
    await desk.see('还没生效');
    await desk.see('第 1 版 门诊费用报销：办理时限');
    assert.deepEqual((await pageOf('outpatient-reimbursement')).timeLimit, { workingDays: 30 });
    await desk.picture('administration-rules');
    await desk.press('取消第 1 版');
    await desk.see('已取消');
    assert.deepEqual(desk.problems, []);
  });

  test('takes in a notice of holidays after looking at what was read from it', async () => {
    await using desk = await openDesk(baseUrl);
    await product.sql(`UPDATE officers SET lastTotpStep = 0`);
    await logIn(desk, staff.administrator);
    await desk.press('本地规则');
    await desk.press('放假通知');
    await desk.see('还没有，到期日暂定');
    await desk.type('通知的名称和文号', '国办发明电〔2026〕9号');
    await desk.type('通知全文', '元旦：1月1日（周四）至3日（周六）放假调休，共3天。');
    await desk.press('读一读，看日期');
    await desk.see('元旦：2027-01-01 是周五，通知里写的是周四');
    await desk.picture('administration-holidays');
    assert.deepEqual(desk.problems, []);
  });

  test('opens an account; the officer sets a password and an authenticator of their own, and logs in', async () => {
    await using desk = await openDesk(baseUrl);
    await product.sql(`UPDATE officers SET lastTotpStep = 0`);
    await logIn(desk, staff.administrator);
    await desk.press('人员');
    await desk.type('姓名', '新来的');
    await desk.type('账号', 'xinlai');
    await desk.type('身份证号码', '620102199003071234');
    await desk.press('受理窗口');
    await desk.press('开账号，拿开通码');
    await desk.see('当面交给本人');
    const invitation = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(await desk.text())?.[0] ?? '';
    await desk.picture('administration-officers');

    await using own = await openDesk(baseUrl);
    await own.press('第一次登录，用开通码');
    await own.see('管理员当面给的');
    await own.press('下一步');
    await own.see('请填管理员告诉您的账号');
    await own.type('账号', 'xinlai');
    await own.type('开通码', invitation.toLowerCase());
    await again(own, '下一步');
    await own.see('密钥：');
    const secret = (/密钥：([A-Z2-7 ]+)/.exec(await own.text())?.[1] ?? '').replaceAll(' ', '');
    const code = (): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await own.type('设一个密码', 'short');
    await own.type('再输一遍', 'short');
    await own.type('动态码', code());
    await own.press('开通');
    // The field itself says how long one must be; this, only the answer.
    await own.see('密码里重复的字太多');
    await own.type('设一个密码', password);
    await own.type('再输一遍', password);
    await own.type('动态码', code());
    await own.picture('administration-opening');
    await again(own, '开通');
    await own.see('账号开通了');
    await product.sql(`UPDATE officers SET lastTotpStep = 0`);
    await own.type('账号', 'xinlai');
    await own.type('密码', password);
    await own.type('动态码', code());
    await own.press('登录');
    await own.see('新来的 · 受理窗口');
    await own.press('账号');
    await own.see('就是这里');
    await own.picture('administration-account');
    assert.deepEqual(own.problems, []);
  });
});

/** The same button once more: a second tap at once would be taken for a slip of the finger. */
async function again(desk: Hands, words: string): Promise<void> {
  await new Promise((resume) => setTimeout(resume, 600));
  await desk.press(words);
}
