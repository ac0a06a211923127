/**
 * Every page of app.config, for citizens and officers, in normal size, in elder mode, and in elder mode at twice the size:
 * nothing for axe to say, nothing wider than the screen, everything that is tapped large enough, help on every page. A new
 * page fails here until it is listed.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { OfficerRole } from '@yiban/shared-types/agency';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { codeOf, hired, officersFile } from '../contract/hired-officers.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { PHONE, type Phone } from './chromium.ts';
import { knownPhone } from './screens.ts';

const region = '620000';
const roles: readonly OfficerRole[] = [
  'window',
  'first-reviewer',
  'second-reviewer',
  'payer',
  'expert',
  'supervisor',
  'administrator',
];
const officer = hired('全能员', roles);

interface Listed {
  readonly query?: (things: Things) => string;
  /** Whose phone it is looked at on. */
  readonly as?: 'mother' | 'handler' | 'officer' | 'nobody';
}

interface Things {
  readonly draft: string;
  readonly filed: string;
  readonly talk: string;
  readonly unit: string;
}

const pages: Readonly<Record<string, Listed>> = {
  'pages/home/index': {},
  'pages/credential/index': { as: 'nobody' },
  'pages/items/index': { query: () => 'event=birth' },
  'pages/item/index': { query: () => `id=maternity-delivery&region=${region}` },
  'pages/cases/index': {},
  'pages/case/index': { query: ({ filed }) => `id=${filed}` },
  'pages/me/index': {},
  'packages/filing/index/index': { query: ({ draft }) => `case=${draft}` },
  'packages/query/index/index': {},
  'packages/query/messages/index': {},
  'packages/query/accounts/index': {},
  'packages/query/payments/index': {},
  'packages/query/entitlements/index': {},
  'packages/query/unit/index': {},
  'packages/query/allowance/index': { query: () => `region=${region}` },
  'packages/query/notices/index': { query: () => `region=${region}` },
  'packages/query/mydata/index': {},
  'packages/query/ratings/index': { query: () => `region=${region}` },
  'packages/proxy/index/index': {},
  'packages/proxy/ask/index': {},
  'packages/proxy/grant/index': { query: () => 'id=none' },
  'packages/proxy/sign/index': { query: () => 'code=none' },
  'packages/units/index/index': { as: 'handler' },
  'packages/units/add/index': { as: 'handler', query: () => `item=employee-enrolment&region=${region}` },
  'packages/units/unit/index': { as: 'handler', query: ({ unit }) => `id=${unit}` },
  'packages/talk/index/index': { query: ({ talk }) => `case=${talk}` },
  'packages/verify/index/index': { query: () => 'code=NOTAREALCODE' },
  'packages/agency/index/index': { as: 'officer' },
  'packages/agency/case/index': { as: 'officer', query: ({ filed }) => `id=${filed}` },
  'packages/agency/grant/index': { as: 'officer' },
  'packages/agency/payments/index': { as: 'officer' },
  'packages/agency/batch/index': { as: 'officer', query: () => 'id=none' },
  'packages/agency/rules/index': { as: 'officer' },
  'packages/agency/holidays/index': { as: 'officer' },
  'packages/agency/officers/index': { as: 'officer' },
  'packages/agency/account/index': { as: 'officer' },
  'packages/agency/opening/index': { as: 'nobody' },
  'packages/agency/proxies/index': { as: 'officer' },
  'packages/agency/rectifications/index': { as: 'officer' },
  'packages/agency/figures/index': { as: 'officer' },
  'packages/agency/handover/index': { as: 'officer' },
  'packages/agency/audit/index': { as: 'officer', query: ({ filed }) => `case=${filed}` },
  'packages/agency/deletions/index': { as: 'officer' },
};

let product: RunningProduct;
let things: Things;
let officerSession: string;
before(async () => {
  product = await startProduct({ env: { OFFICERS_FILE: officersFile([officer]) } });
  const { baseUrl, sandboxUrl } = product;
  const mother = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');
  const handler = await CitizenClient.scanned(baseUrl, sandboxUrl, 'handler-gansu');
  const submitted = async (item: string) => (await mother.submit(await filledCase(mother, item, region))).id;
  things = {
    filed: await submitted('maternity-delivery'),
    talk: await submitted('settlement-coordination'),
    draft: (await mother.open('remote-resident', region)).id,
    unit: (await handler.actFor(region, '91620102MA7YB0107J')).id,
  };
  const login = { username: officer.username, password: officer.password, code: codeOf(officer) };
  const answer = await fetch(`${baseUrl}/api/v1/agency/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  });
  assert.equal(answer.status, 201);
  officerSession = await answer.text();
});
after(() => product.stop());

test('every page of the app is listed, and nothing else', async () => {
  Reflect.set(globalThis, 'defineAppConfig', (config: unknown) => config);
  const { default: config } = (await import('../../miniapp/src/app.config.ts')) as {
    default: { pages: string[]; subPackages: { root: string; pages: string[] }[] };
  };
  const all = [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages: of }) => of.map((page) => `${root}/${page}`)),
  ];
  assert.deepEqual(Object.keys(pages).toSorted(), all.toSorted());
});

async function phoneOf(who: Listed['as'], elder: boolean): Promise<Phone> {
  const people = { mother: 'mother-gansu', handler: 'handler-gansu', officer: null, nobody: null };
  const phone = await knownPhone(product, { person: people[who ?? 'mother'], elder });
  if (who === 'officer')
    await phone.context.addInitScript(
      (session) => sessionStorage.setItem('yiban.officer-session', session),
      officerSession,
    );
  return phone;
}

const whoever = ['mother', 'handler', 'officer', 'nobody'] as const;
for (const elder of [false, true]) {
  for (const who of whoever) {
    const of = Object.entries(pages).filter(([, { as = 'mother' }]) => as === who);
    test(`the ${of.length} pages of ${who} ${elder ? 'in elder mode, and at twice its size' : 'in normal size'}`, async () => {
      await using phone = await phoneOf(who, elder);
      const faults: string[] = [];
      for (const [address, { query }] of of) {
        // Another address each time: the app starts anew.
        await openPage(
          phone.page,
          `/?page=${address.replaceAll('/', '-')}#/${address}${query === undefined ? '' : `?${query(things)}`}`,
        );
        const found = [
          ...(await faultsOf(phone.page, elder)),
          ...(elder ? await faultsAtTwiceTheSize(phone.page) : []),
        ];
        faults.push(...found.map((fault) => `${address}: ${fault}`));
      }
      assert.deepEqual([...faults, ...phone.problems], []);
    });
  }
}

async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() =>
    Array.from(document.querySelectorAll('.skeleton')).every((one) => one.getClientRects().length === 0),
  );
}

async function faultsOf(page: Page, elder: boolean): Promise<readonly string[]> {
  const height = await page.evaluate(() =>
    Math.max(...Array.from(document.querySelectorAll('.taro_page'), (element) => element.scrollHeight)),
  );
  // The whole page at once: what the bar at the bottom covers can be scrolled away from, which axe doesn't know.
  await page.setViewportSize({ width: PHONE.width, height: Math.max(PHONE.height, height) });
  const found = [...(await axeFindings(page)), ...(await sizeFaults(page, elder))];
  await page.setViewportSize(PHONE);
  return found;
}

/** What is wider than the phone, tapped and too small, too small to read; and the help that is missing. */
async function sizeFaults(page: Page, elder: boolean): Promise<readonly string[]> {
  return page.evaluate((isElder) => {
    const shown = (selector: string) =>
      Array.from(document.querySelectorAll<HTMLElement>(selector)).filter((one) => one.getClientRects().length > 0);
    const named = (one: HTMLElement) =>
      `“${(one.getAttribute('aria-label') ?? one.innerText).slice(0, 30)}” .${one.className}`;
    const least = isElder ? 60 : 44;
    const small = shown(
      '[role="button"], [role="link"], [role="radio"], [role="checkbox"], [role="switch"], button, input, textarea',
    )
      .filter((one) => !(one instanceof HTMLInputElement && one.type === 'file'))
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return height < least - 0.5 || width < (isElder ? 60 : 44) - 0.5;
      })
      .map((one) => `is tapped and too small: ${named(one)}`);
    // 18 pt are 24 px.
    const unreadable = isElder
      ? shown('.paragraph:not(.is-small), .row-title, .field-label, .button')
          .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 23.9)
          .map((one) => `is main text and below 18 pt: ${named(one)}`)
      : [];
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['is wider than the phone'] : [];
    const buttons = shown('[role="button"], button').map((one) => one.getAttribute('aria-label') ?? one.innerText);
    const help = [/标准版|长辈版/]
      .filter((wanted) => !buttons.some((name) => wanted.test(name)))
      .map((wanted) => `has no ${String(wanted)}`);
    const phone =
      shown('.desk').length > 0 || buttons.some((name) => name.startsWith('打电话问')) ? [] : ['has no telephone'];
    return [...small, ...unreadable, ...wide, ...help, ...phone];
  }, elder);
}

/** As on a phone whose own letters are set to 200 %. */
async function faultsAtTwiceTheSize(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    for (const root of document.querySelectorAll<HTMLElement>('.page, .desk')) {
      const scale = Number.parseFloat(getComputedStyle(root).getPropertyValue('--fs'));
      root.style.setProperty('--fs', String(2 * scale));
    }
    await new Promise(requestAnimationFrame);
    const within = document.documentElement.scrollWidth <= window.innerWidth;
    const cut = Array.from(document.querySelectorAll<HTMLElement>('.page *, .desk *'))
      .filter((one) => one.getClientRects().length > 0 && one.children.length === 0 && one.innerText.trim() !== '')
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right > window.innerWidth + 1 || left < -1;
      })
      .map((one) => `at 200 % runs out of the screen: “${one.innerText.slice(0, 30)}” .${one.className}`);
    return [...(within ? [] : ['at 200 % is wider than the phone']), ...cut];
  });
}
