/**
 * All 33 items on the screens: each page with the eleven elements of public disclosure, each form at its first question,
 * at its check and at its last question, in every region that a seed names for it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ItemPage, ItemSummary } from '@yiban/shared-types/catalogue';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { employerHandledBy } from '../api/employers.ts';
import { filledCase } from '../api/filled-case.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import type { Phone } from './chromium.ts';
import { knownPhone, see, tap } from './screens.ts';
import { itemsNamedBySeeds } from './named-by-seeds.ts';

const elements = [
  '事项名称',
  '事项简述',
  '办理材料',
  '办理方式',
  '办理时限',
  '结果送达',
  '收费依据及标准',
  '办事时间',
  '办理机构及地点',
  '咨询查询途径',
  '监督投诉渠道',
] as const;

const regions = { '620000': 'gansu', '140825': 'xinjiang-county', '340000': 'anhui' } as const;

/** Who files an item; a retiree of the region where nobody is named. */
const filers: Readonly<Record<string, string>> = {
  'maternity-delivery': 'mother',
  'maternity-prenatal': 'mother',
  'maternity-family-planning': 'mother',
  'maternity-allowance': 'mother',
  'remote-worker': 'worker',
};

/** Items whose page, and whose form or other way, was seen to open: `region item`. */
const works = new Set<string>();

let product: RunningProduct;
before(async () => {
  product = await startProduct();
});
after(() => product.stop());

for (const [region, place] of Object.entries(regions)) {
  describe(`every item of ${region}`, { concurrency: false }, () => {
    let pages: readonly ItemPage[];

    test(`${region}: every page shows the eleven elements`, async () => {
      const browser = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, `retiree-${place}`);
      const offered = await browser.api.call<readonly ItemSummary[]>('GET', `/regions/${region}/items`);
      pages = await Promise.all(
        offered.map(({ id }) => browser.api.call<ItemPage>('GET', `/regions/${region}/items/${id}`)),
      );
      await using phone = await knownPhone(product, { person: null, elder: false });
      for (const item of pages) await seeDisclosure(phone, item);
      assert.deepEqual(phone.problems, []);
    });

    for (const forUnit of [false, true]) {
      test(`${region}: every form opens, of ${forUnit ? 'units and institutions' : 'people'}`, async () => {
        const kinds = new Map<string, ItemPage[]>();
        for (const item of pages) {
          if (item.mode === 'proactive' || forUnit === item.applicants.includes('person')) continue;
          const filer = `${forUnit ? 'handler' : (filers[item.id] ?? 'retiree')}-${place}`;
          kinds.set(filer, [...(kinds.get(filer) ?? []), item]);
        }
        for (const [person, items] of kinds) {
          const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
          const code = await employerHandledBy(product.sandboxUrl, person);
          const unit = forUnit ? (await citizen.actFor(region, code)).id : undefined;
          await using phone = await knownPhone(product, { person, elder: false });
          for (const item of items) {
            await (item.form === null ? seeQuery(phone, item, code) : seeForm(phone, citizen, item, unit));
            works.add(`${region} ${item.id}`);
          }
          assert.deepEqual(phone.problems, []);
        }
      });
    }
  });
}

test('33/33 items work, each in at least the regions whose seeds name it', (t) => {
  const named = itemsNamedBySeeds();
  const missing = named.filter((one) => !works.has(one));
  assert.deepEqual(missing, []);
  const items = new Set([...works].map((one) => one.split(' ')[1]));
  assert.equal(items.size, 33);
  const counts = Object.keys(regions).map((code) => [...works].filter((one) => one.startsWith(code)).length);
  t.diagnostic(
    `${items.size}/33 items; ${Object.keys(regions)
      .map((code, i) => `${code}: ${counts[i]}`)
      .join(', ')}`,
  );
});

async function seeDisclosure({ page }: Phone, item: ItemPage): Promise<void> {
  const where = `${item.region} ${item.id}`;
  await page.goto(`/#/pages/item/index?id=${item.id}&region=${item.region}`);
  await see(page, item.description);
  await tap(page, /公开事项十一要素/);
  const shown = await page.locator('.foldable-body').filter({ visible: true }).last().innerText();
  for (const element of elements) {
    assert.ok(shown.includes(element), `${where}: ${element} is not shown`);
    const said = item.disclosure[element];
    assert.ok(said.trim() !== '', `${where}: ${element} is empty`);
    for (const line of said.split('\n')) assert.ok(shown.includes(line.trim()), `${where}: ${element}: ${line}`);
  }
  if (item.onSite !== null) await see(page, item.onSite);
  // Nobody applies for these: the page is all there is for people.
  if (item.mode === 'proactive') works.add(where);
}

async function seeForm(
  { page }: Phone,
  citizen: CitizenClient,
  item: ItemPage,
  unit: string | undefined,
): Promise<void> {
  const forWhom = unit === undefined ? '' : `&unit=${unit}`;
  await page.goto(`/#/packages/filing/index/index?item=${item.id}&region=${item.region}${forWhom}`);
  await see(page, /第 1 步/);
  const title = await page.locator('.page-title').filter({ visible: true }).last().innerText();
  assert.ok(
    item.form?.questions.some(({ label }) => label === title),
    `${item.region} ${item.id}: “${title}”`,
  );
  const draft = await filledCase(citizen, item.id, item.region, unit === undefined ? {} : { unit });
  await page.goto(`/#/packages/filing/index/index?case=${draft.id}`);
  await see(page, /都齐了/);
  const answers = page.locator('.row.is-pressable').filter({ visible: true, hasText: '修改' });
  const terms = await answers.locator('.row-detail').allInnerTexts();
  const last = item.form?.questions.findLast(({ term }) => terms.includes(term));
  assert.ok(last !== undefined, `${item.region} ${item.id}: no answer is shown`);
  await answers.filter({ hasText: last.term }).last().click();
  await see(page, '改好后，回到检查页');
  await see(page, last.label);
}

async function seeQuery({ page }: Phone, item: ItemPage, unitCode: string): Promise<void> {
  await page.goto(`/#/pages/item/index?id=${item.id}&region=${item.region}`);
  await tap(page, '查一查');
  if (!item.applicants.includes('person')) {
    await page.getByLabel('统一社会信用代码').filter({ visible: true }).first().fill(unitCode);
    await tap(page, '查询');
  }
  await see(page, /来源：国家医保信息平台/);
}
