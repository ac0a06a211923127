import type { OfficerCaseView, OfficerQueue } from '@yiban/shared-types/agency';
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

  private constructor(api: ApiClient) {
    this.api = api;
  }

  /** Logs in the sandbox's officer with that role in that region. */
  static async loggedIn(baseUrl: string, sandboxUrl: string, role: string, region: string): Promise<OfficerClient> {
    const api = new ApiClient(baseUrl);
    // A code of the authenticator works once: a second login within half a minute needs the next one.
    for (let attempt = 0; ; attempt += 1) {
      const officers = await sandboxOfficers(sandboxUrl);
      const officer = officers.find((one) => one.region === region && one.roles.includes(role));
      if (officer === undefined) throw new Error(`the sandbox has no ${role} in ${region}`);
      const { username, password, totp: code } = officer;
      const answer = await api.send('POST', '/agency/session', { username, password, code });
      if (answer.status === 201) {
        api.token = tokenIn.parse(JSON.parse(answer.text)).accessToken;
        return new OfficerClient(api);
      }
      if (attempt === 3) throw new Error(`${username} could not log in: ${answer.status}`);
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

  /** accept, decline, supplement, pass, send-back, reject, pay: at the version that stands now. */
  async act(action: string, id: string, body: object = {}): Promise<OfficerCaseView> {
    const { version } = await this.one(id);
    return this.api.write('POST', `/agency/cases/${id}/${action}`, { version, ...body });
  }
}

async function sandboxOfficers(sandboxUrl: string): Promise<z.infer<typeof officersIn>> {
  return officersIn.parse(await (await fetch(`${sandboxUrl}/officers`)).json());
}
