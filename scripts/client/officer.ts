import type { OfficerCaseView, OfficerQueue } from '@yiban/shared-types/agency';
import type { ConversationMessage } from '@yiban/shared-types/cases';
import type { PayableCase, PayablePage, PaymentBatchView, ResultsImport } from '@yiban/shared-types/payments';
import { z } from 'zod';
import { ApiClient } from './api-client.ts';

const tokenIn = z.object({ accessToken: z.string() });
const officersIn = z.array(
  z.object({
    username: z.string(),
    password: z.string(),
    totp: z.string(),
    region: z.string(),
    roles: z.array(z.string()),
  }),
);

/** An officer of an agency, logged in. */
export class OfficerClient {
  readonly api: ApiClient;
  /** Where the bank is, that a payer takes files to. */
  readonly #sandboxUrl: string;

  private constructor(api: ApiClient, sandboxUrl: string) {
    this.api = api;
    this.#sandboxUrl = sandboxUrl;
  }

  /** Null when the login is refused. */
  static async with(
    baseUrl: string,
    sandboxUrl: string,
    login: { readonly username: string; readonly password: string; readonly code: string },
  ): Promise<OfficerClient | null> {
    const api = new ApiClient(baseUrl);
    const answer = await api.send('POST', '/agency/session', login);
    if (answer.status !== 201) return null;
    api.token = tokenIn.parse(JSON.parse(answer.text)).accessToken;
    return new OfficerClient(api, sandboxUrl);
  }

  /** Logs in the sandbox's officer with that role in that region. */
  static async loggedIn(baseUrl: string, sandboxUrl: string, role: string, region: string): Promise<OfficerClient> {
    // A code of the authenticator works once: a second login within half a minute needs the next one.
    for (let attempt = 0; ; attempt += 1) {
      const officers = await sandboxOfficers(sandboxUrl);
      const officer = officers.find((one) => one.region === region && one.roles.includes(role));
      if (officer === undefined) throw new Error(`the sandbox has no ${role} in ${region}`);
      const { username, password, totp: code } = officer;
      const client = await OfficerClient.with(baseUrl, sandboxUrl, { username, password, code });
      if (client !== null) return client;
      if (attempt === 3) throw new Error(`${username} could not log in`);
      await new Promise((resume) => setTimeout(resume, 10_500));
    }
  }

  async queue(query = ''): Promise<OfficerQueue> {
    return this.api.call('GET', `/agency/queue${query}`);
  }

  async one(id: string): Promise<OfficerCaseView> {
    return this.api.call('GET', `/agency/cases/${id}`);
  }

  async claim(id: string): Promise<OfficerCaseView> {
    return this.api.call('POST', `/agency/cases/${id}/claim`);
  }

  /** Says something to the person in the conversation about the case. */
  async answer(id: string, text: string): Promise<readonly ConversationMessage[]> {
    return this.api.write('POST', `/agency/cases/${id}/messages`, { text });
  }

  /** accept, decline, supplement, pass, send-back, reject: at the version that stands now. */
  async act(action: string, id: string, body: object = {}): Promise<OfficerCaseView> {
    const { version } = await this.one(id);
    return this.api.write('POST', `/agency/cases/${id}/${action}`, { version, ...body });
  }

  /** Pays cases as it is done: a batch is frozen, its file taken to the bank, and what the bank says imported. */
  async payOut(...ids: readonly string[]): Promise<ResultsImport> {
    const { id } = await this.freeze(ids);
    return this.importResults(id, await atBank(this.#sandboxUrl, await this.bankFile(id)));
  }

  async payables(): Promise<readonly PayableCase[]> {
    const all: PayableCase[] = [];
    for (let cursor = ''; ;) {
      const page = await this.api.call<PayablePage>(
        'GET',
        `/agency/payables${cursor === '' ? '' : `?cursor=${cursor}`}`,
      );
      all.push(...page.items);
      if (page.nextCursor === null) return all;
      cursor = page.nextCursor;
    }
  }

  async freeze(cases: readonly string[]): Promise<PaymentBatchView> {
    const total = (await this.payables())
      .filter(({ id }) => cases.includes(id))
      .reduce((sum, { amount }) => sum + amount, 0);
    return this.api.write('POST', '/agency/payment-batches', { cases, total });
  }

  async bankFile(batch: string, format = 'gb18030'): Promise<Buffer> {
    return this.api.bytes('POST', `/agency/payment-batches/${batch}/file`, { format });
  }

  async importResults(batch: string, file: Buffer): Promise<ResultsImport> {
    return this.api.write('POST', `/agency/payment-batches/${batch}/results`, { file: file.toString('base64') });
  }
}

/** Hands a file in at the sandbox's bank, and gives its results. */
export async function atBank(sandboxUrl: string, file: Buffer): Promise<Buffer> {
  const answer = await fetch(`${sandboxUrl}/bank/files`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: new Uint8Array(file),
  });
  if (!answer.ok) throw new Error(`the bank answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

async function sandboxOfficers(sandboxUrl: string): Promise<z.infer<typeof officersIn>> {
  return officersIn.parse(await (await fetch(`${sandboxUrl}/officers`)).json());
}
