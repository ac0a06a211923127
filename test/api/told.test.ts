/** How people are told: by WeChat once for each message they accepted, else by SMS where something matters, never at night. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { CaseView } from '@yiban/shared-types/cases';
import type { InboxPage, SubscriptionsView } from '@yiban/shared-types/inbox';
import { z } from 'zod';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct, type DatabaseName, type RunningProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const root = path.resolve(import.meta.dirname, '../..');
const region = '620000';
const openid = 'o-mother';

/** The catalogue, with other quiet hours in every region. */
function catalogueWith(hours: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-catalogue-'));
  cpSync(path.join(root, 'bff/catalogue'), folder, { recursive: true });
  for (const code of readdirSync(path.join(folder, 'regions'))) {
    const file = path.join(folder, 'regions', code, 'region.yaml');
    const text = readFileSync(file, 'utf8');
    assert.match(text, /quietHours: .*/);
    writeFileSync(file, text.replace(/quietHours: .*/, `quietHours: ${hours}`));
  }
  return folder;
}

const wechatMessages = z.array(
  z.object({ openid: z.string(), templateId: z.string(), page: z.string(), data: z.record(z.string(), z.string()) }),
);
const textMessages = z.array(
  z.object({ phone: z.string(), template: z.string(), parameters: z.record(z.string(), z.string()) }),
);

async function read<T>({ sandboxUrl }: RunningProduct, what: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(await (await fetch(`${sandboxUrl}/${what}`)).json());
}

async function eventually<T>(find: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error(`${what} did not come within 20 s`);
}

async function submitted(citizen: CitizenClient): Promise<CaseView> {
  return citizen.submit(await filledCase(citizen, 'maternity-delivery', region));
}

async function askForMore(office: Office, id: string): Promise<void> {
  const items = [{ material: 'medical-record', reason: '缺第二页' }];
  await office.officer('first-reviewer').act('supplement', id, { items });
}

for (const database of ['sqlite', 'mariadb'] as const satisfies readonly DatabaseName[]) {
  describe(`being told by day, on ${database}`, () => {
    let product: RunningProduct;
    let office: Office;
    let catalogue: string;
    before(async () => {
      catalogue = catalogueWith("{ from: '00:00', until: '00:00' }");
      product = await startProduct({ database, env: { CATALOGUE_DIR: catalogue } });
      office = await Office.of(product, region);
    });
    after(async () => {
      await product.stop();
      rmSync(catalogue, { recursive: true });
    });

    async function accepts(
      citizen: CitizenClient,
      topic: string,
      key: string = randomUUID(),
    ): Promise<SubscriptionsView> {
      const { templates } = await citizen.api.call<SubscriptionsView>('GET', '/me/subscriptions');
      const templateIds = templates.filter((one) => one.topic === topic).map(({ templateId }) => templateId);
      return citizen.api.call('POST', '/me/subscriptions', { templateIds }, { 'idempotency-key': key });
    }
    const left = ({ templates }: SubscriptionsView, topic: string): number | undefined =>
      templates.find((one) => one.topic === topic)?.left;
    const knownToWechat = async (templateId: string): Promise<void> => {
      await fetch(`${product.sandboxUrl}/wechat/accept`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ openid, templateId }),
      });
    };
    const mother = (): Promise<CitizenClient> =>
      CitizenClient.inWechat(product.baseUrl, product.sandboxUrl, 'mother-gansu', openid);
    const smsFor = (number: string | null) => async (): Promise<z.infer<typeof textMessages>[number] | undefined> =>
      (await read(product, 'sms', textMessages)).find(({ parameters }) => parameters['number'] === number);

    test('nothing can be accepted in a browser, nor a template that is not ours', async () => {
      const browser = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
      assert.deepEqual(await browser.api.call('GET', '/me/subscriptions'), { templates: [] });
      await assert.rejects(accepts(browser, 'result'), /not-in-wechat/);
      const citizen = await mother();
      const foreign = { templateIds: ['somebody-elses'] };
      await assert.rejects(citizen.api.write('POST', '/me/subscriptions', foreign), /unknown-template/);
    });

    test('without a consent an SMS says what happened, what to do, and until when', async () => {
      const citizen = await mother();
      const { id, number } = await submitted(citizen);
      await askForMore(office, id);
      const sms = await eventually(smsFor(number), 'the SMS');
      assert.equal(sms.template, 'case-supplement');
      assert.equal(sms.parameters['todo'], '请打开办件，一次补齐材料');
      assert.match(sms.parameters['until'] ?? '', /月.*日/);
      const { items } = await citizen.api.call<InboxPage>('GET', '/me/inbox');
      assert.ok(items.some(({ caseId, body }) => caseId === id && body.includes('一次补齐') && /月.*日/.test(body)));
      await citizen.api.write('POST', `/cases/${id}/withdraw`, { version: (await citizen.one(id)).version });
    });

    test('one accept is one message: by WeChat once, by SMS the next time; a repeated accept counts once', async () => {
      const citizen = await mother();
      const key = randomUUID();
      assert.equal(left(await accepts(citizen, 'supplement', key), 'supplement'), 1);
      assert.equal(left(await accepts(citizen, 'supplement', key), 'supplement'), 1);
      await knownToWechat('sandbox-template-supplement');
      const first = await submitted(citizen);
      await askForMore(office, first.id);
      const sent = await eventually(
        async () =>
          (await read(product, 'wechat-messages', wechatMessages)).find(({ page }) => page.includes(first.id)),
        'the message',
      );
      assert.deepEqual([sent.openid, sent.templateId], [openid, 'sandbox-template-supplement']);
      assert.deepEqual(
        [sent.data['phrase2'], sent.data['thing3'], sent.data['character_string5']],
        ['要补材料', '请打开办件，一次补齐材料', first.number],
      );
      assert.equal(await smsFor(first.number)(), undefined, 'not by SMS besides');
      assert.equal(left(await citizen.api.call('GET', '/me/subscriptions'), 'supplement'), 0);

      await citizen.supplement(await citizen.one(first.id));
      await citizen.api.write('POST', `/cases/${first.id}/withdraw`, {
        version: (await citizen.one(first.id)).version,
      });
      const second = await submitted(citizen);
      await askForMore(office, second.id);
      await eventually(smsFor(second.number), 'the SMS');
      await citizen.api.write('POST', `/cases/${second.id}/withdraw`, {
        version: (await citizen.one(second.id)).version,
      });
    });

    test('a consent that WeChat knows nothing of is void, and the SMS goes out', async () => {
      const citizen = await mother();
      await accepts(citizen, 'supplement');
      await accepts(citizen, 'supplement');
      const { id, number } = await submitted(citizen);
      await askForMore(office, id);
      await eventually(smsFor(number), 'the SMS');
      assert.equal(left(await citizen.api.call('GET', '/me/subscriptions'), 'supplement'), 0);
      await citizen.api.write('POST', `/cases/${id}/withdraw`, { version: (await citizen.one(id)).version });
    });
  });

  describe(`being told at night, on ${database}`, () => {
    let product: RunningProduct;
    let office: Office;
    let catalogue: string;
    before(async () => {
      // From now on for the most part of a day.
      const hour = (by: number): string => String((new Date().getUTCHours() + 8 + by) % 24).padStart(2, '0');
      catalogue = catalogueWith(`{ from: '${hour(-1)}:00', until: '${hour(-2)}:00' }`);
      product = await startProduct({ database, env: { CATALOGUE_DIR: catalogue } });
      office = await Office.of(product, region);
    });
    after(async () => {
      await product.stop();
      rmSync(catalogue, { recursive: true });
    });

    test('what happens then waits in the outbox for the morning, and is not dropped', async () => {
      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
      const { id, number } = await submitted(citizen);
      await askForMore(office, id);
      const ofCase = async (): Promise<z.infer<typeof textMessages>> =>
        (await read(product, 'sms', textMessages)).filter(({ parameters }) => parameters['number'] === number);
      // The retiree's case closes while they are at the phone: theirs is told at once, and by then the other would be too.
      const retiree = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
      const closed = await retiree.submit(await filledCase(retiree, 'remote-retiree', region));
      assert.equal(closed.status, 'closed');
      await eventually(
        async () =>
          (await read(product, 'sms', textMessages)).find(({ parameters }) => parameters['number'] === closed.number),
        'the message about what was just done',
      );
      assert.deepEqual(await ofCase(), []);
      await product.sql(
        `UPDATE outbox SET dueAt = '2026-01-01T00:00:00.000Z' WHERE kind = 'message' AND status = 'pending'`,
      );
      await eventually(async () => ((await ofCase()).length === 1 ? true : undefined), 'the message in the morning');
    });
  });
}
