import { createHash } from 'node:crypto';
import type { Answers, CaseView, CheckResult, UploadView } from '@yiban/shared-types/cases';
import type { AskGrant, GrantPage, GrantRequestView, GrantView } from '@yiban/shared-types/grants';
import type { UnitView } from '@yiban/shared-types/units';
import type { SessionTokens } from '@yiban/shared-types/session';
import { z } from 'zod';
import { ApiClient } from './api-client.ts';

/** What WeChat's client sends at most in one go. */
const chunkBytes = 1_000_000;

/** A person with a phone: scans, photographs, files. */
export class CitizenClient {
  readonly api: ApiClient;
  readonly #sandboxUrl: string;

  private constructor(baseUrl: string, sandboxUrl: string) {
    this.api = new ApiClient(baseUrl);
    this.#sandboxUrl = sandboxUrl;
  }

  /** A session in a browser, tied to a person of the sandbox by scanning their credential. */
  static async scanned(baseUrl: string, sandboxUrl: string, person: string): Promise<CitizenClient> {
    const citizen = new CitizenClient(baseUrl, sandboxUrl);
    await citizen.begin();
    await citizen.scan(person);
    return citizen;
  }

  /** The same in WeChat, as the account of that openid. */
  static async inWechat(baseUrl: string, sandboxUrl: string, person: string, openid: string): Promise<CitizenClient> {
    const citizen = new CitizenClient(baseUrl, sandboxUrl);
    const given = await fetch(`${sandboxUrl}/wechat/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid }),
    });
    const { code } = z.object({ code: z.string() }).parse(await given.json());
    const session = await citizen.api.call<SessionTokens>('POST', '/session', { wechatCode: code });
    citizen.api.token = session.accessToken;
    await citizen.scan(person);
    return citizen;
  }

  async begin(): Promise<SessionTokens> {
    const session = await this.api.call<SessionTokens>('POST', '/session', { browser: true });
    this.api.token = session.accessToken;
    return session;
  }

  async scan(person: string): Promise<SessionTokens> {
    const session = await this.api.call<SessionTokens>('POST', '/credential/scan', {
      qr: await credentialQr(this.#sandboxUrl, person),
    });
    this.api.token = session.accessToken;
    return session;
  }

  /** For a unit or under a grant where one is named, else for oneself. */
  async open(item: string, region: string, form: Answers = {}, unit?: string, grant?: string): Promise<CaseView> {
    const whom = unit === undefined && grant === undefined ? {} : { for: { unit, grant } };
    return this.api.write('POST', '/cases', { item, region, form, restart: true, ...whom });
  }

  /** Begins to act for a unit; on a letter where the platform does not name this person. */
  async actFor(
    region: string,
    creditCode: string,
    { name, letter = [] }: { readonly name?: string; readonly letter?: readonly string[] } = {},
  ): Promise<UnitView> {
    return this.api.call('POST', '/units', { region, creditCode, letter, ...(name === undefined ? {} : { name }) });
  }

  /** Asks to act for somebody: a link to sign by, or a grant that rests on papers. */
  async askGrant(asked: AskGrant): Promise<GrantView> {
    return this.api.write('POST', '/grants', asked);
  }

  /** What a link shows. */
  async grantRequest(code: string): Promise<GrantRequestView> {
    return this.api.call('GET', `/grants/requests/${code}`);
  }

  /** On the proxy's phone: the principal's credential is scanned there, for this grant alone. */
  async scanPrincipal(grant: string, person: string): Promise<GrantRequestView> {
    return this.api.call('POST', `/grants/${grant}/principal`, { qr: await credentialQr(this.#sandboxUrl, person) });
  }

  /** Signs by hand: with the link's code as the principal, without it on the proxy's phone. */
  async signGrant(
    grant: string,
    signature: Buffer,
    given: { readonly code?: string; readonly tellPrincipal?: boolean } = {},
  ): Promise<GrantView> {
    const { id } = await this.upload(signature, { purpose: 'signature' });
    return this.api.write('POST', `/grants/${grant}/sign`, { signature: id, ...given });
  }

  async grant(id: string): Promise<GrantView> {
    return this.api.call('GET', `/grants/${id}`);
  }

  async grants(): Promise<readonly GrantView[]> {
    return (await this.api.call<GrantPage>('GET', '/grants')).items;
  }

  /** Revokes as the principal, gives back as the proxy. */
  async endGrant(id: string): Promise<void> {
    await this.api.call('DELETE', `/grants/${id}`);
  }

  /** Answers a question of kind `table` by an .xlsx. */
  async attachTable(draft: CaseView, question: string, upload: string): Promise<CaseView> {
    return this.api.call('PUT', `/cases/${draft.id}/tables/${question}`, { version: draft.version, upload });
  }

  async save(draft: CaseView, form: Answers): Promise<CaseView> {
    return this.api.call('PATCH', `/cases/${draft.id}`, { version: draft.version, form });
  }

  async attach(
    draft: CaseView,
    material: string,
    attachment: { alternative: string; uploads?: readonly string[]; signature?: string },
  ): Promise<CaseView> {
    return this.api.call('PUT', `/cases/${draft.id}/materials/${material}`, { version: draft.version, ...attachment });
  }

  async check(draft: CaseView): Promise<CheckResult> {
    return this.api.call('POST', `/cases/${draft.id}/check`, {});
  }

  async submit(draft: CaseView): Promise<CaseView> {
    return this.api.write('POST', `/cases/${draft.id}/submit`, { version: draft.version });
  }

  async supplement(current: CaseView): Promise<CaseView> {
    return this.api.write('POST', `/cases/${current.id}/supplement`, { version: current.version });
  }

  async one(id: string): Promise<CaseView> {
    return this.api.call('GET', `/cases/${id}`);
  }

  /** Sends a file by tus and gives its id. */
  async upload(
    bytes: Buffer,
    about: { readonly purpose: 'photo' | 'signature' | 'table'; readonly paper?: string },
  ): Promise<UploadView> {
    const metadata = {
      purpose: about.purpose,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...(about.paper === undefined ? {} : { paper: about.paper }),
    };
    const created = await this.api.send('POST', '/uploads', undefined, {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': Object.entries(metadata)
        .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
        .join(','),
    });
    const id = created.headers.get('location')?.split('/').at(-1) ?? '';
    for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
      await this.api.call('PATCH', `/uploads/${id}`, bytes.subarray(offset, offset + chunkBytes), {
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        accept: 'application/json',
      });
    }
    return this.api.call('GET', `/uploads/${id}`);
  }
}

/** A fresh QR of a person of the sandbox: one minute, one use. */
export async function credentialQr(sandboxUrl: string, person: string): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/people/${person}/qr`, { method: 'POST' });
  if (!answer.ok) throw new Error(`the sandbox has no person «${person}»`);
  return z.object({ qr: z.string() }).parse(await answer.json()).qr;
}
