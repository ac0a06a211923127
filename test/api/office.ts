/** Officers of a region, one for each role, who work a case off by its status. */
import type { OfficerRole } from '@yiban/shared-types/agency';
import type { CaseView } from '@yiban/shared-types/cases';
import { OfficerClient } from '../../scripts/client/officer.ts';
import type { RunningProduct } from '../server/running-server.ts';

const roles = [
  'window',
  'first-reviewer',
  'second-reviewer',
  'payer',
  'expert',
] as const satisfies readonly OfficerRole[];
type Role = (typeof roles)[number];

export class Office {
  readonly #officers: ReadonlyMap<Role, OfficerClient>;

  readonly #product: Pick<RunningProduct, 'baseUrl' | 'sandboxUrl' | 'sql'>;

  private constructor(
    product: Pick<RunningProduct, 'baseUrl' | 'sandboxUrl' | 'sql'>,
    officers: ReadonlyMap<Role, OfficerClient>,
  ) {
    this.#product = product;
    this.#officers = officers;
  }

  static async of(product: Pick<RunningProduct, 'baseUrl' | 'sandboxUrl' | 'sql'>, region: string): Promise<Office> {
    const { baseUrl, sandboxUrl } = product;
    const officers = await Promise.all(
      roles.map(async (role) => [role, await OfficerClient.loggedIn(baseUrl, sandboxUrl, role, region)] as const),
    );
    return new Office(product, new Map(officers));
  }

  officer(role: Role): OfficerClient {
    const officer = this.#officers.get(role);
    if (officer === undefined) throw new Error(`no officer for ${role}`);
    return officer;
  }

  /** Works the case off until nothing is left to do; gives the statuses it went through. */
  async workOff(id: string): Promise<readonly CaseView['status'][]> {
    const first = this.officer('first-reviewer');
    for (let step = 0; step < 12; step += 1) {
      const { status, settlementCategories, claimedTotal, history, conversation, preliminary } = await first.one(id);
      switch (status) {
        case 'submitted':
          await this.officer('window').act('accept', id);
          break;
        case 'accepted':
          await first.claim(id);
          break;
        case 'first-review': {
          if (conversation?.waitingForAgency === true) await first.answer(id, '已联系医院，请再试一次。');
          const [category] = settlementCategories;
          const amount = category?.amount ?? Math.max(claimedTotal, 1);
          await first.act(
            'pass',
            id,
            category === undefined
              ? {}
              : { settlement: [{ category: category.id, claimed: amount, approved: amount }] },
          );
          break;
        }
        case 'second-review':
          if (preliminary?.open === true) await this.letDaysPass('case_feedback', id);
          await this.officer('second-reviewer').act('pass', id);
          break;
        case 'expert-review':
          await this.officer('expert').act('pass', id);
          break;
        case 'public-notice':
          await this.letDaysPass('public_notices', id);
          await first.act('pass', id);
          break;
        case 'site-assessment':
          await first.act('pass', id);
          break;
        case 'payment':
          await this.officer('payer').payOut(id);
          break;
        default:
          return history.map(({ to }) => to);
      }
    }
    throw new Error(`${id} is not worked off after twelve steps`);
  }

  /** The last day for feedback or objections was yesterday. */
  async letDaysPass(table: 'case_feedback' | 'public_notices', caseId: string): Promise<void> {
    await this.#product.sql(`UPDATE ${table} SET until = '2020-01-01' WHERE caseId = '${caseId}'`);
  }
}
