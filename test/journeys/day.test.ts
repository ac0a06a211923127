/** A day at the agency: thirty cases of all kinds, worked off by five officers at once through their screens. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { CaseView, HistoryEntry } from '@yiban/shared-types/cases';
import type { ItemPage, ItemSummary, TimeLimit } from '@yiban/shared-types/catalogue';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { employerHandledBy } from '../api/employers.ts';
import { filledCase } from '../api/filled-case.ts';
import { launchChromium } from '../browser/chromium.ts';
import { atWork, codeOf, hired, officersFile, type Hired } from '../contract/hired-officers.ts';
import { startProduct } from '../server/running-server.ts';
import { workingDaysLater } from './state-council-calendar.ts';

const region = '620000';
const staff = [
  hired('chuangkou', ['window']),
  hired('chushen-jia', ['window', 'first-reviewer', 'second-reviewer']),
  hired('chushen-yi', ['first-reviewer', 'second-reviewer']),
  hired('fuhe', ['second-reviewer']),
  hired('bofu', ['payer', 'expert']),
];
const cases = 30;

describe('a day at the agency', async () => {
  const product = await startProduct({ database: 'mariadb', env: { OFFICERS_FILE: officersFile(staff) } });
  after(product.stop);
  const { baseUrl, sandboxUrl } = product;
  const citizens = new Map<string, Promise<CitizenClient>>();
  const citizen = async (key: string): Promise<CitizenClient> => {
    const known = citizens.get(key) ?? CitizenClient.scanned(baseUrl, sandboxUrl, key);
    citizens.set(key, known);
    return known;
  };
  const owner = new Map<string, CitizenClient>();
  const pages = new Map<string, ItemPage>();
  /** By HTTP, as the same five: what the screens do not decide, because its time has not come. */
  const clients: OfficerClient[] = [];

  test('thirty cases of all kinds are filed', async () => {
    const retiree = await citizen('retiree-gansu');
    const offered = await retiree.api.call<readonly ItemSummary[]>('GET', `/regions/${region}/items`);
    for (const { id } of offered) pages.set(id, await retiree.api.call('GET', `/regions/${region}/items/${id}`));
    const items = [...pages.values()].filter(({ form, mode }) => mode === 'on-application' && form !== null);
    const filed = items.filter(({ form }) => (form?.questions.length ?? 0) > 0);
    const handler = await citizen('handler-gansu');
    const { id: unit } = await handler.actFor(region, await employerHandledBy(sandboxUrl, 'handler-gansu'));
    // Every kind once, then again those that may be asked for often.
    const often = ['outpatient-reimbursement', 'inpatient-reimbursement', 'chronic-disease'];
    const wanted = filed.map(({ id }) => id);
    for (let i = 0; wanted.length < cases + 10; i += 1) wanted.push(often[i % often.length] ?? '');
    for (const item of wanted) {
      if (owner.size === cases) break;
      const forUnit = pages.get(item)?.applicants.includes('person') !== true;
      const who = forUnit
        ? handler
        : await citizen(
            item.startsWith('maternity') ? 'mother-gansu' : item === 'remote-worker' ? 'worker-gansu' : 'retiree-gansu',
          );
      const view = await who.submit(await filledCase(who, item, region, forUnit ? { unit } : {}));
      if (view.status !== 'closed') owner.set(view.id, who);
    }
    assert.equal(owner.size, cases);
  });

  test('five officers work them off at once, and get in each other’s way', async (t) => {
    const browser = await launchChromium();
    t.after(() => browser.close());
    const desks = await Promise.all(
      staff.map(async (officer) => {
        const context = await browser.newContext({
          baseURL: baseUrl,
          viewport: { width: 1440, height: 900 },
          locale: 'zh-CN',
        });
        const page = await context.newPage();
        await logIn(page, officer);
        return page;
      }),
    );
    // All press 「办下一件」 at once: two windows see the same case first, and one of them gets it.
    await Promise.all(desks.map(async (page) => workOff(page)));
    for (const page of desks) await page.context().close();
    let moved = 0;
    for (const [id, who] of owner)
      moved += (await who.one(id)).history.filter(({ actor }) => actor.startsWith('经办')).length;
    t.diagnostic(`${moved} passings through the screens`);
    assert.ok(moved >= 30, `only ${moved} passings through the screens`);
  });

  test('what waits for a day to come is finished when it has come', async () => {
    await product.sql('UPDATE officers SET lastTotpStep = 0');
    clients.push(...(await Promise.all(staff.map(async (officer) => atWork(product, officer)))));
    const [window, jia, yi, fuhe, bofu] = clients;
    assert.ok(
      window !== undefined && jia !== undefined && yi !== undefined && fuhe !== undefined && bofu !== undefined,
    );
    for (const id of owner.keys())
      await finish(id, { window, first: [jia, yi], second: [fuhe, yi, jia], expert: [bofu] });
    const waiting = (await bofu.payables()).map(({ id }) => id);
    assert.ok(waiting.length > 5, 'there is something to pay');
    await bofu.payOut(...waiting);
  });

  test('nothing is decided twice, no duty is joined, and every due date is right', async () => {
    const ends: CaseView[] = [];
    for (const [id, who] of owner) ends.push(await who.one(id));
    for (const view of ends) {
      const { item, history, status } = view;
      assert.equal(status, 'closed', `${item} ${view.number ?? ''}`);
      assertChained(item, history);
      assertSeparate(item, history);
      assertDue(view, pages.get(item));
    }
  });

  async function finish(
    id: string,
    team: { window: OfficerClient; first: OfficerClient[]; second: OfficerClient[]; expert: OfficerClient[] },
  ): Promise<void> {
    for (let step = 0; step < 12; step += 1) {
      const view = await team.window.one(id);
      const { status, conversation, preliminary } = view;
      if (status === 'closed' || status === 'payment') return;
      const by = async (some: readonly OfficerClient[], action: string, body: object = {}): Promise<void> => {
        for (const officer of some) {
          const { officerActions, claimedBy } = await officer.one(id);
          if (claimedBy !== null)
            await Promise.all(clients.map(({ api }) => api.call('POST', `/agency/cases/${id}/release`)));
          if (!officerActions.some((one) => one === action)) continue;
          await (action === 'claim' ? officer.claim(id) : officer.act(action, id, body));
          return;
        }
        assert.fail(`nobody may ${action} ${view.item} at ${status}`);
      };
      if (status === 'submitted') await by([team.window], 'accept');
      else if (status === 'accepted') await by(team.first, 'claim');
      else if (status === 'first-review') {
        const [one] = team.first;
        if (conversation?.waitingForAgency === true) await one?.answer(id, '已联系医院，请再试一次。');
        if (view.legs.length > 0) await one?.api.write('POST', `/agency/cases/${id}/legs/look`, {});
        await by(team.first, 'pass', settlementOf(view));
      } else if (status === 'second-review') {
        if (preliminary?.open === true)
          await product.sql(`UPDATE case_feedback SET until = '2020-01-01' WHERE caseId = '${id}'`);
        await by(team.second, 'pass');
      } else if (status === 'expert-review') await by(team.expert, 'pass');
      else {
        await product.sql(`UPDATE public_notices SET until = '2020-01-01' WHERE caseId = '${id}'`);
        await by(team.first, 'pass');
      }
    }
  }
});

async function logIn(page: Page, officer: Hired): Promise<void> {
  await page.goto('/#/packages/agency/index/index');
  for (const [field, text] of [
    ['账号', officer.username],
    ['密码', officer.password],
    ['动态码', codeOf(officer)],
  ] as const)
    await page.locator(`input[aria-label="${field}"]`).fill(text);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('待办队列').first().waitFor();
}

/** By the keyboard: the next case, its deed, and so on, until there is none or each has been looked at. */
async function workOff(page: Page): Promise<void> {
  let stuck = 0;
  let idle = 0;
  for (let turn = 0; turn < 120 && stuck < 6 && idle < 20; turn += 1) {
    const place = await settled(page);
    if (place === 'queue') {
      if (!(await takesNext(page))) {
        idle += 1;
        await page.waitForTimeout(1000);
      }
      continue;
    }
    const done = await decides(page);
    if (done) stuck = 0;
    else {
      stuck += 1;
      await page.keyboard.press('Escape');
      await page.waitForTimeout(600);
      await page.keyboard.press('n');
      await page.waitForTimeout(400);
    }
  }
}

const shown = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first();

async function settled(page: Page): Promise<'queue' | 'case'> {
  await shown(page, /^(办下一件|放回队列|下一件)/).waitFor();
  return page.url().includes('/case/') ? 'case' : 'queue';
}

/** False when there is nothing to take. */
async function takesNext(page: Page): Promise<boolean> {
  await page.keyboard.press('n');
  const nothing = shown(page, '没有可以领的办件了');
  const open = shown(page, '申请内容');
  await nothing.or(open).first().waitFor();
  return page.url().includes('/case/');
}

/** Accepts or passes the case on the screen. False when that is refused, or there is nothing to do. */
async function decides(page: Page): Promise<boolean> {
  const before = page.url();
  const deed = page
    .locator('.action-bar [role=button]')
    .filter({ hasText: /^(受理|通过)/, visible: true })
    .first();
  if (!(await deed.isVisible())) return false;
  const name = (await deed.innerText()).startsWith('受理') ? '受理' : '通过';
  await page.keyboard.press(name === '受理' ? 'a' : 'p');
  const form = shown(page, '核定金额，初审通过');
  const sheet = page.locator('dialog[open]');
  await form
    .or(sheet)
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  if (!(await form.isVisible()) && !(await sheet.isVisible())) return false;
  if (await form.isVisible()) {
    const claimed = page.locator('input[aria-label*="，申报，"]').filter({ visible: true });
    const total =
      /申报合计\D*([\d,]+\.\d\d)/.exec(await page.locator('body').innerText())?.[1]?.replaceAll(',', '') ?? '1.00';
    if ((await claimed.first().inputValue()) === '') await claimed.first().fill(total);
    await shown(page, '核定好了，初审通过').click();
    await sheet.waitFor({ timeout: 3000 }).catch(() => undefined);
    if (!(await sheet.isVisible())) return false;
  }
  await page.keyboard.press('Enter');
  const said = shown(page, /^已(受理|通过)/).or(page.locator('.notice-error').filter({ visible: true }));
  await said
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined);
  await page.waitForTimeout(500);
  return page.url() !== before || (await shown(page, /^已(受理|通过)/).isVisible());
}

function settlementOf({ settlementCategories, claimedTotal }: OfficerCaseView): object {
  const [category] = settlementCategories;
  if (category === undefined) return {};
  const amount = category.amount ?? Math.max(claimedTotal, 1);
  return { settlement: [{ category: category.id, claimed: amount, approved: amount }] };
}

/** Each passing begins where the one before ended, and no stage is left twice. */
function assertChained(item: string, history: readonly HistoryEntry[]): void {
  for (const [i, { from }] of history.entries()) if (i > 0) assert.equal(from, history[i - 1]?.to, `${item} has a gap`);
  const left = history.filter(({ from, to }) => from !== to).map(({ from }) => from);
  assert.deepEqual(left, [...new Set(left)], `${item} was decided twice`);
}

/** First review, second review, expert review and payment are of different officers. */
function assertSeparate(item: string, history: readonly HistoryEntry[]): void {
  const duties = new Set(['first-review', 'second-review', 'expert-review', 'payment']);
  const officers = history
    .filter(({ from, actor }) => duties.has(from ?? '') && actor.startsWith('经办人员'))
    .filter(({ from, to }) => from !== to)
    .map(({ actor }) => actor);
  assert.equal(new Set(officers).size, officers.length, `${item}: ${officers.join('、')}`);
}

function assertDue({ item, dueAt, history }: CaseView, page: ItemPage | undefined): void {
  assert.ok(page !== undefined);
  const accepted = history.find(({ to }) => to === 'accepted')?.at ?? '';
  const on = new Date(Date.parse(accepted) + 8 * 3_600_000).toISOString().slice(0, 10);
  const law = daysOf(page.statutoryLimit);
  const laws = law.length === 0 ? [null] : law;
  // What was not decided at once takes the law's term, or five days; else the stricter of the two.
  const possible = laws.flatMap((most) =>
    daysOf(page.timeLimit).map((days) => (days === 0 ? (most ?? 5) : Math.min(days, most ?? days))),
  );
  const counted = possible.length > 0 ? possible : law;
  const expected: (string | null)[] = counted.length === 0 ? [null] : counted.map((days) => workingDaysLater(on, days));
  assert.ok(
    expected.includes(dueAt),
    `${item}, accepted ${on}: due ${dueAt}, by our own count ${expected.join(' or ')}`,
  );
}

function daysOf(limit: TimeLimit): readonly number[] {
  if (limit === null) return [];
  if ('cases' in limit) return limit.cases.map((one) => ('immediate' in one ? 0 : one.workingDays));
  return ['immediate' in limit ? 0 : limit.workingDays];
}
