/** The audit trail as a supervisor reads it: over HTTP, against the product as it runs. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { AuditLine, AuditPage, CasesInHand } from '@yiban/shared-types/agency';
import type { Problem } from '@yiban/shared-types/problems';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import type { OfficerClient } from '../../scripts/client/officer.ts';
import { startProduct } from '../server/running-server.ts';
import { filedDelivery } from './filed-delivery.ts';
import { atWork, hired, officersFile } from './hired-officers.ts';

const staff = {
  supervisor: hired('zhuguan', ['supervisor']),
  elsewhere: hired('zhuguan-xinjiang', ['supervisor'], '140825'),
  reviewer: hired('chushen', ['window', 'first-reviewer']),
};

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`the audit trail as it is read, on ${database}`, async () => {
    const product = await startProduct({ database, env: { OFFICERS_FILE: officersFile(Object.values(staff)) } });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const supervisor = await atWork(product, staff.supervisor);
    const elsewhere = await atWork(product, staff.elsewhere);
    const reviewer = await atWork(product, staff.reviewer);
    const mother = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');
    const { id, number } = await filedDelivery(mother);
    await reviewer.one(id);
    await reviewer.act('accept', id);
    const colleagues = await supervisor.api.call<CasesInHand[]>('GET', '/agency/hand-overs');
    const officer = colleagues.find((one) => one.officer.name === staff.reviewer.name)?.officer.id ?? '';

    const read = async (query: string): Promise<AuditPage> => supervisor.api.call('GET', `/agency/audit?${query}`);
    const refused = async (who: OfficerClient, query: string): Promise<string> => {
      const { status, text } = await who.api.send('GET', `/agency/audit?${query}`);
      return `${status} ${(JSON.parse(text) as Problem).code}`;
    };

    test('nobody reads it but a supervisor of the region, and only of one case or one officer', async () => {
      assert.equal(await refused(reviewer, `case=${id}`), '403 not-allowed');
      assert.equal(await refused(elsewhere, `case=${id}`), '404 case-not-found');
      assert.equal(await refused(elsewhere, `officer=${officer}`), '404 officer-not-found');
      for (const query of ['', `case=${id}&officer=${officer}`, 'case=1', `officer=${officer}&from=yesterday`])
        assert.equal(await refused(supervisor, query), '400 malformed-request', query);
    });

    test('of a case it says who saw and did what, and names nobody but officers; reading it stands in it', async () => {
      await read(`case=${id}`);
      const { items } = await read(`case=${id}`);
      const did = items.map((line) => `${line.who.slice(0, -6)} ${line.did} ${line.caseNumber}`);
      for (const deed of ['看了办件内容', '受理']) assert.ok(did.includes(`chushen ${deed} ${number}`), did.join('\n'));
      assert.ok(did.includes(`zhuguan 看了操作记录 ${number}`));
      assert.ok(items.every(({ intact }) => intact));
      assert.doesNotMatch(JSON.stringify(items), /李文静|其他操作/);
    });

    test('of an officer it is read page by page, none twice and none left out, between two days', async () => {
      const all: AuditLine[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: AuditPage = await read(
          `officer=${officer}&limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        all.push(...page.items);
        cursor = page.nextCursor;
      }
      const { items } = await read(`officer=${officer}&limit=100`);
      assert.deepEqual(all, items);
      assert.ok(items.some(({ did }) => did === '登录'));
      assert.deepEqual((await read(`officer=${officer}&to=2025-01-01`)).items, []);
      assert.deepEqual((await read(`officer=${officer}&from=2025-01-01&limit=100`)).items, items);
    });

    test('a line that was altered behind the product’s back is marked, and no other', async () => {
      await product.sql(`UPDATE audit_entries SET deed = 'case.pass' WHERE caseId = '${id}' AND deed = 'case.accept'`);
      const { items } = await read(`case=${id}&limit=100`);
      assert.deepEqual(
        items.filter(({ intact }) => !intact).map(({ did }) => did),
        ['审核通过'],
      );
    });
  });
}
