/** The supervisor's figures on screen: at the desk and on a phone, and the workbook that is taken away. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { readSheet } from 'read-excel-file/universal';
import { codeOf, hired, officersFile, type Hired } from '../contract/hired-officers.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { openPhone, type Phone } from './chromium.ts';
import { lookOver, see, tap } from './screens.ts';

const supervisor = hired('zhuguan', ['supervisor']);
const clerk = hired('chuangkou', ['window']);
const address = '/#/packages/agency/figures/index';

let product: RunningProduct;
before(async () => {
  product = await startProduct({ env: { OFFICERS_FILE: officersFile([supervisor, clerk]) } });
  // 240 cases of three items over the last forty days, most of them ended three days later.
  await product.sql(`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 239)
    INSERT INTO cases (id, number, region, item, status, outcome, version, personId, applicantId, sealedForm, sealedNames,
      dueAt, dueProvisional, limitDays, stoppedDays, acceptedOn, unmetRules, createdAt, updatedAt, submittedAt, closedAt)
    SELECT 'made-up-' || i, 'M' || i, '620000',
      CASE i % 5 WHEN 0 THEN 'enrolment-certificate' WHEN 1 THEN 'remote-retiree' ELSE 'maternity-delivery' END,
      CASE WHEN i % 4 = 0 THEN 'first-review' ELSE 'closed' END, CASE WHEN i % 4 = 0 THEN NULL ELSE 'granted' END,
      3, 'nobody', 'nobody', '', '', date('now', (i / 6) || ' days', '-35 days'), 0, CASE i % 5 WHEN 0 THEN 0 ELSE 20 END, 0,
      date('now', '+8 hours', (i / 6 - 40 + i % 3) || ' days'), '[]', '', '',
      strftime('%Y-%m-%dT%H:%M:%fZ', 'now', (i * i / 240 / 6 - 40) || ' days'),
      CASE WHEN i % 4 = 0 THEN NULL ELSE strftime('%Y-%m-%dT%H:%M:%fZ', 'now', (i / 6 - 39) || ' days') END
    FROM n`);
});
after(() => product.stop());

/** Somebody at work, who need not log in on the screen. */
async function seat(officer: Hired, desk: boolean, elder = false): Promise<Phone> {
  const { baseUrl } = product;
  const context = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };
  const phone = await openPhone({ baseUrl, ...(desk ? { context } : {}) });
  session[officer.username] ??= await loggedIn(officer);
  await phone.context.addInitScript(
    ([kept, mode]) => {
      sessionStorage.setItem('yiban.officer-session', kept ?? '');
      localStorage.setItem('yiban.type-mode', JSON.stringify({ data: mode }));
      localStorage.setItem('yiban.privacy.1', JSON.stringify({ data: 'agreed' }));
    },
    [session[officer.username], elder ? 'elder' : 'normal'],
  );
  return phone;
}
const session: Record<string, string> = {};

async function loggedIn({ username, password, ...rest }: Hired): Promise<string> {
  const answer = await fetch(`${product.baseUrl}/api/v1/agency/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, code: codeOf({ username, password, ...rest }) }),
  });
  assert.equal(answer.status, 201);
  return answer.text();
}

test('who is no supervisor is told whose page it is', async () => {
  await using phone = await seat(clerk, true);
  await phone.page.goto(address);
  await see(phone.page, '您的岗位不看这一页');
});

test('at the desk: days of one’s own, plots that say what they show, and a workbook of the same numbers', async () => {
  await using phone = await seat(supervisor, true);
  const { page } = phone;
  await page.goto(address);
  await see(page, '办件统计');
  await page.getByRole('radio', { name: '自己选' }).click();
  const day = (ago: number) => new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('从哪天').fill(day(41));
  await page.getByLabel('到哪天').fill(day(0));
  await tap(page, '看这段时间');
  await see(page, '240 件');
  await page.getByRole('img', { name: /每天的申请和办结.*申请最多的是/ }).waitFor();
  await page.getByRole('radio', { name: '在办多' }).click();
  await page.setViewportSize({ width: 1440, height: 1500 });
  await phone.screenshot('figures-desk');
  assert.deepEqual(await axeFindings(page), []);
  const taken = page.waitForEvent('download');
  await tap(page, '导出表格');
  const file = await taken;
  assert.match(file.suggestedFilename(), /办件统计.*\.xlsx/);
  const rows = await readSheet(new Blob([new Uint8Array(await readFile(await file.path()))]), '各事项');
  assert.equal(rows.at(-1)?.[rows[0]?.indexOf('申请') ?? -1], 240);
  // Days that end before they begin: refused in words, and others can be chosen.
  await page.getByLabel('从哪天').fill(day(0));
  await page.getByLabel('到哪天').fill(day(41));
  await tap(page, '看这段时间');
  await see(page, '这段时间查不了');
  assert.deepEqual(phone.problems, []);
});

for (const elder of [false, true])
  test(`on a phone${elder ? ' in elder mode' : ''}`, async () => {
    await using phone = await seat(supervisor, false, elder);
    await phone.page.goto(address);
    await phone.page.getByRole('radio', { name: '今年' }).click();
    await see(phone.page, '各事项');
    await lookOver(phone, `figures-${elder ? 'elder' : 'normal'}`);
  });
