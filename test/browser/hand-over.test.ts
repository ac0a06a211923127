/** A supervisor hands over the cases of an officer who is away, and an administrator changes roles: at the desk and on a phone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { atWork, codeOf, hired, officersFile } from '../contract/hired-officers.ts';
import { startProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { knownPhone, lookOver, see, tap } from './screens.ts';

const region = '620000';
const staff = {
  lead: hired('zhuguan', ['supervisor', 'administrator']),
  absent: hired('qingjia', ['window', 'first-reviewer']),
  colleague: hired('tongshi', ['window', 'first-reviewer']),
};

test('an absent officer’s case goes to a colleague by the screens, and roles are changed there', async () => {
  await using product = await startProduct({ env: { OFFICERS_FILE: officersFile(Object.values(staff)) } }).then(
    (running) => ({ ...running, [Symbol.asyncDispose]: () => running.stop() }),
  );
  const { baseUrl, sandboxUrl } = product;
  const mother = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');
  const { id } = await mother.submit(await filledCase(mother, 'maternity-delivery', region));
  const [absent, colleague] = [await atWork(product, staff.absent), await atWork(product, staff.colleague)];
  await absent.claim(id);
  const { username, password } = staff.lead;
  const answer = await fetch(`${baseUrl}/api/v1/agency/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, code: codeOf(staff.lead) }),
  });
  const session = await answer.text();

  await using phone = await knownPhone(product, { person: null, elder: false });
  const { page } = phone;
  await phone.context.addInitScript((text) => sessionStorage.setItem('yiban.officer-session', text), session);
  const wide = async (name: string): Promise<void> => {
    await page.setViewportSize({ width: 1440, height: 900 });
    assert.deepEqual(await axeFindings(page), [], name);
    await phone.screenshot(`${name}-wide`);
    await page.setViewportSize({ width: 390, height: 844 });
  };

  await page.goto('/#/packages/agency/index/index');
  await tap(page, /^转交办件/);
  await see(page, '谁不在岗？');
  await lookOver(phone, 'hand-over-people');
  await wide('hand-over-people');
  await tap(page, /qingjia/);
  await see(page, '转交 1 件');
  await tap(page, /^转交 1 件/);
  await see(page, '请写明原因。');
  await page.getByRole('radio', { name: /tongshi/ }).click();
  await tap(page, '填入：请假');
  await lookOver(phone, 'hand-over-cases');
  await wide('hand-over-cases');
  await tap(page, /^转交 1 件/);
  await see(page, '已转交');
  await lookOver(phone, 'hand-over-done');
  assert.equal((await colleague.one(id)).claimedByMe, true);

  await page.goto(`/?case#/packages/agency/case/index?id=${id}`);
  await tap(page, '谁看过、办过这一件');
  await see(page, '转交办件');
  await see(page, /条都和写下时一样/);
  await lookOver(phone, 'audit-case');
  await wide('audit-case');
  await page.goto('/?audit#/packages/agency/audit/index');
  await tap(page, /qingjia/);
  await see(page, '取走办件来办');
  await lookOver(phone, 'audit-officer');
  await wide('audit-officer');

  await page.goto('/?officers#/packages/agency/officers/index');
  await tap(page, '改岗位 tongshi');
  await see(page, 'tongshi的岗位');
  await page.getByRole('checkbox', { name: '复核' }).first().click();
  await lookOver(phone, 'change-roles');
  await wide('change-roles');
  await tap(page, '改成这些岗位');
  await see(page, 'tongshi：现在是受理窗口、初审、复核');
  assert.deepEqual(phone.problems, []);
});
