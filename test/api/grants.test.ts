/** 委托: who files for whom, on what evidence, how far and until when; and that nothing goes further than that. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CasePage, CaseView } from '@yiban/shared-types/cases';
import type { AskGrant, GrantView } from '@yiban/shared-types/grants';
import type { InboxPage } from '@yiban/shared-types/inbox';
import type { PersonalData } from '@yiban/shared-types/personal-data';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { drawnPaper, drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const region = '620000';
const byLink: AskGrant = { evidence: 'signature', relation: 'father', until: '2027-05-31' };
/** A registration that needs no paper of its own, and one that it does not cover. */
const [item, otherItem] = ['remote-resident', 'enrolment-certificate'];

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`acting for another, on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const scanned = async (person: string): Promise<CitizenClient> =>
      CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
    const daughter = await scanned('daughter-gansu');
    const father = await scanned('retiree-90');
    const stranger = await scanned('worker-gansu');
    const signed = async (asked: Partial<AskGrant> = {}): Promise<GrantView> => {
      const { id, link } = await daughter.askGrant({ ...byLink, ...asked });
      return father.signGrant(id, await drawnSignature(), { code: link!.code });
    };
    const paper = async (citizen: CitizenClient, name: string): Promise<string> =>
      (await citizen.upload(await drawnPaper(name, ['样张']), { purpose: 'photo' })).id;

    test('nobody acts for themselves, for longer than the region allows, or in what is nobody else’s', async () => {
      await assert.rejects(daughter.askGrant({ ...byLink, until: '2020-01-01' }), /grant-until/);
      await assert.rejects(daughter.askGrant({ ...byLink, until: '2099-01-01' }), /grant-until/);
      await assert.rejects(daughter.askGrant({ ...byLink, items: ['unit-enrolment'] }), /item-not-for-others/);
      const { id, link } = await daughter.askGrant(byLink);
      await assert.rejects(daughter.signGrant(id, await drawnSignature(), { code: link!.code }), /grant-self/);
      await assert.rejects(daughter.signGrant(id, await drawnSignature()), /grant-scan-needed/);
      await assert.rejects(daughter.scanPrincipal(id, 'daughter-gansu'), /grant-self/);
      await assert.rejects(daughter.open(item, region, {}, undefined, id), /grant-not-(found|valid)/);
    });

    test('a link is good once, and what is not its code opens nothing', async () => {
      const { id, link } = await daughter.askGrant(byLink);
      await assert.rejects(stranger.grantRequest('ABCDEFGHJKMN'), /grant-not-found/);
      await assert.rejects(stranger.signGrant(id, await drawnSignature(), { code: 'ABCDEFGHJKMN' }), /grant-not-found/);
      assert.match((await father.grantRequest(link!.code)).proxy.name, /周玉梅/);
      await father.signGrant(id, await drawnSignature(), { code: link!.code });
      await assert.rejects(
        stranger.signGrant(id, await drawnSignature(), { code: link!.code }),
        /grant-(not-found|link-used)/,
      );
      await assert.rejects(stranger.grant(id), /grant-not-found/);
      assert.equal((await daughter.api.pdf(`/grants/${id}/letter`)).subarray(0, 5).toString(), '%PDF-');
      await assert.rejects(stranger.api.pdf(`/grants/${id}/letter`));
      await daughter.endGrant(id);
    });

    test('it goes as far as its items, and no further', async () => {
      const { id } = await signed({ items: [item] });
      await assert.rejects(daughter.open(otherItem, region, {}, undefined, id), /grant-out-of-scope/);
      await assert.rejects(stranger.open(item, region, {}, undefined, id), /grant-not-found/);
      await assert.rejects(daughter.open(item, '340000', {}, undefined, id), /wrong-region|grant/);
      const draft = await daughter.open(item, region, {}, undefined, id);
      assert.ok(draft.by.proxy && draft.for.name.startsWith('周'));
      await assert.rejects(stranger.one(draft.id), /case-not-found/);
      await daughter.api.call('DELETE', `/cases/${draft.id}`);
      await father.endGrant(id);
    });

    test('nothing of one person leaks into the form of another', async () => {
      const { id } = await signed();
      const own = await daughter.open(item, region);
      const his = await daughter.open(item, region, {}, undefined, id);
      assert.notEqual(own.id, his.id, 'two drafts, side by side');
      const [ownText, hisText] = [JSON.stringify(own.form), JSON.stringify(his.form)];
      const hisPhone = JSON.stringify((await father.api.call<{ phone?: string }>('GET', '/me')).phone ?? '-');
      assert.ok(!ownText.includes('周德厚') && !hisText.includes('周玉梅'), `${ownText} ${hisText}`);
      assert.ok(!ownText.includes(hisPhone));
      const { items } = await father.api.call<CasePage>('GET', '/cases');
      assert.ok(!items.some((one) => one.id === his.id), 'a draft is its writer’s');
      await daughter.api.call('DELETE', `/cases/${own.id}`);
      await father.endGrant(id);
    });

    test('revoked between draft and submission, it stops the draft, in words; what was typed is still there', async () => {
      const { id } = await signed();
      const draft = await filledCase(daughter, item, region, { grant: id });
      const submitting = daughter.api.send(
        'POST',
        `/cases/${draft.id}/submit`,
        { version: draft.version },
        { 'idempotency-key': crypto.randomUUID() },
      );
      // At the same moment: one of the two comes first, and both tell the same story afterwards.
      const [answer] = await Promise.all([submitting, father.endGrant(id)]);
      const standing = await father.api.send('GET', `/cases/${draft.id}`);
      assert.equal(answer.status === 200, standing.status === 200, `${answer.status} and ${standing.status}`);

      const { id: second } = await signed();
      const later = await filledCase(daughter, otherItem, region, { grant: second });
      await father.endGrant(second);
      await assert.rejects(daughter.submit(later), /grant-not-valid/);
      await assert.rejects(daughter.save(later, {}), /grant-not-valid/);
      const seen = await daughter.one(later.id);
      assert.deepEqual(seen.form, later.form);
      assert.ok(seen.grant?.usable === false && seen.grant.said !== null);
    });

    test('expired, it begins nothing new', async () => {
      const { id } = await signed();
      await product.sql(`UPDATE proxy_grants SET lastDay = '2026-01-01' WHERE id = '${id}'`);
      await assert.rejects(daughter.open(item, region, {}, undefined, id), /grant-not-valid/);
    });

    test('filed under both names, told to the principal, who may take it back', async () => {
      const { id } = await signed();
      const filed = await daughter.submit(await filledCase(daughter, 'settlement-coordination', region, { grant: id }));
      const his = await father.one(filed.id);
      assert.ok(his.by.proxy && !his.by.self);
      const submission = his.history.find(({ to }) => to === 'submitted');
      assert.match(submission?.actor ?? '', /代/);
      const { items } = await father.api.call<InboxPage>('GET', '/me/inbox');
      assert.ok(
        items.some(({ title }) => title === '有人替您提交了申请'),
        items.map(({ title }) => title).join(),
      );
      const withdrawn = await father.api.write<CaseView>('POST', `/cases/${filed.id}/withdraw`, {
        version: his.version,
        reason: '我自己来办',
      });
      assert.equal(withdrawn.status, 'withdrawn');
      const taken = async (): Promise<readonly string[]> =>
        (await daughter.api.call<PersonalData>('GET', '/me/export')).cases.map((one) => one.id);
      assert.ok((await taken()).includes(filed.id), 'what one filed for another one may take along');
      await father.endGrant(id);
      await assert.rejects(daughter.one(filed.id), /case-not-found/, 'who was revoked sees no more');
      assert.ok(!(await taken()).includes(filed.id), 'and takes nothing along');
    });

    test('signed on the proxy’s phone, after a scan that is good for this alone', async () => {
      const { id } = await daughter.askGrant(byLink);
      assert.equal((await daughter.scanPrincipal(id, 'retiree-90')).id, id);
      assert.equal((await daughter.signGrant(id, await drawnSignature())).state, 'active');
      assert.match((await daughter.api.call<{ name: string }>('GET', '/me')).name, /玉|梅/, 'the session stays hers');
      await daughter.endGrant(id);
    });

    test('a letter on paper is checked by an officer, who may refuse it', async () => {
      await assert.rejects(
        daughter.askGrant({
          ...byLink,
          evidence: 'letter',
          region,
          principal: { name: '王桂英', idNo: '1' },
          papers: {},
        }),
        /grant-incomplete.*\/principal\/idNo.*\/papers\/letter/,
      );
      const papers = async () => ({
        letter: [await paper(daughter, '授权委托书')],
        principalIdentity: [await paper(daughter, '身份证')],
        proxyIdentity: [await paper(daughter, '身份证')],
      });
      const principal = { name: '王桂英', idNo: '620100195812300126' };
      const asked = { ...byLink, relation: 'mother', evidence: 'letter', region, principal } as const;
      const office = await Office.of(product, region);

      const refused = await daughter.askGrant({ ...asked, papers: await papers() });
      const first = await daughter.submit(
        await filledCase(daughter, 'settlement-coordination', region, { grant: refused.id }),
      );
      await assert.rejects(office.officer('window').act('accept', first.id), /grant-unchecked/);
      await office.officer('window').act('refuse-grant', first.id, { reason: '委托书没有签名', outcome: 'decline' });
      assert.equal((await daughter.grant(refused.id)).state, 'papers-refused');
      await assert.rejects(daughter.open(item, region, {}, undefined, refused.id), /grant-not-valid/);

      const taken = await daughter.askGrant({ ...asked, papers: await papers() });
      const second = await daughter.submit(
        await filledCase(daughter, 'settlement-coordination', region, { grant: taken.id }),
      );
      await office.officer('window').act('accept', second.id, { grantChecked: true });
      assert.equal((await daughter.grant(taken.id)).state, 'active');
    });

    test('a mother acts for her baby by the household register, and for nobody who is grown', async () => {
      const mother = await scanned('mother-xinjiang-county');
      const asked = async (name: string, idNo: string): Promise<GrantView> =>
        mother.askGrant({
          ...byLink,
          evidence: 'guardian',
          relation: 'child',
          region: '140825',
          principal: { name, idNo },
          papers: { kinship: [await paper(mother, '户口簿')] },
        });
      await assert.rejects(asked('柴建军', '140800198705090394'), /not-a-minor/);
      await assert.rejects(asked('段子萱', '14080020260410037X'), /person-not-found/);
      const { id, state } = await asked('段子轩', '14080020260410037X');
      assert.equal(state, 'awaiting-check');
      const draft = await mother.open('resident-enrolment-change', '140825', {}, undefined, id);
      assert.match(draft.for.name, /^段/);
    });

    test('an heir who is insured elsewhere files where the deceased was insured, and nothing of their own there', async () => {
      const heir = await scanned('worker-anhui');
      const draft = await heir.open('account-withdrawal', region);
      const { errors } = await heir.check(draft);
      assert.ok(
        errors.some(({ code }) => code === 'wrong-region'),
        errors.map(({ code }) => code).join(),
      );
      const inherited = await heir.check(await heir.save(draft, { ground: 'deceased' }));
      assert.ok(!inherited.errors.some(({ code }) => code === 'wrong-region'));
      await assert.rejects(heir.open(item, region), /wrong-region/);
    });
  });
}
