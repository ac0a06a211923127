import { Inject, Injectable } from '@nestjs/common';
import type { AccountsView, EntitlementsView, PaymentsView } from '@yiban/shared-types/live-records';
import { Clock, shanghaiDate } from '../clock.js';
import { GatewayRefused, GatewayUnavailable } from '../gateways/gateway-errors.js';
import type { InsurancePlatform, InsuredPerson, Period } from '../gateways/insurance-platform/insurance-platform.js';
import { PLATFORM } from '../gateways/tokens.js';
import { problem } from '../problems/problem.js';
import { insuranceNameOf, paymentStatusNames, platformName } from './enrolment-words.js';
import { EnrolmentsService } from './enrolments.service.js';
import { PeopleService } from './people.service.js';

/** Queries of one's own records, live from the platform (domain.md: each states its source and time). */
@Injectable()
export class LiveRecordsService {
  constructor(
    private readonly people: PeopleService,
    private readonly enrolments: EnrolmentsService,
    private readonly clock: Clock,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  /** Balance, and the movements of the period; of the last twelve months when none is given. */
  async accounts(personId: string, asked: Partial<Period>): Promise<AccountsView> {
    const period = this.#period(asked);
    return this.#ask(personId, async (region, insured) => {
      const [accounts, moved] = await Promise.all([
        this.platform.accounts(region, insured),
        this.platform.accountMovements(region, insured, period),
      ]);
      const movements = moved.value.toSorted((a, b) => b.date.localeCompare(a.date));
      const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
      const amounts = movements.map(({ amount }) => amount);
      return {
        accounts: accounts.value.map(({ insutype, balance, status }) => ({
          insuranceName: insuranceNameOf(insutype),
          balance,
          open: status === 'open',
        })),
        period,
        movements,
        received: sum(amounts.filter((amount) => amount > 0)),
        spent: -sum(amounts.filter((amount) => amount < 0)),
        source: platformName,
        asOf: accounts.answeredAt,
      };
    });
  }

  async payments(personId: string): Promise<PaymentsView> {
    return this.#ask(personId, async (region, insured) => {
      const { value, answeredAt } = await this.platform.paymentYears(region, insured);
      return {
        years: value
          .toSorted((a, b) => b.year.localeCompare(a.year))
          .map(({ insutype, status, ...year }) => ({
            ...year,
            insuranceName: insuranceNameOf(insutype),
            statusName: paymentStatusNames[status],
          })),
        months: value.reduce((sum, { months }) => sum + months, 0),
        source: platformName,
        asOf: answeredAt,
      };
    });
  }

  async entitlements(personId: string): Promise<EntitlementsView> {
    return this.#ask(personId, async (region, insured) => {
      const { value, answeredAt } = await this.platform.chronicEntitlements(region, insured);
      return {
        entitlements: value
          .toSorted((a, b) => Number(b.inForce) - Number(a.inForce))
          .map(({ registrationNo, disease, hospital, begins, ends, inForce }) => ({
            id: registrationNo,
            disease,
            hospital,
            begins,
            ends,
            inForce,
          })),
        source: platformName,
        asOf: answeredAt,
      };
    });
  }

  /** Throws `platform-unavailable`, `person-not-found`, `unknown-region`. */
  async #ask<T>(personId: string, ask: (region: string, insured: InsuredPerson) => Promise<T>): Promise<T> {
    const person = await this.people.known(personId);
    const { value: record } = await this.enrolments.record(person);
    try {
      return await ask(person.region ?? '', { psnNo: record.psnNo, division: person.data.division });
    } catch (error) {
      if (error instanceof GatewayUnavailable || error instanceof GatewayRefused) throw problem('platform-unavailable');
      throw error;
    }
  }

  #period({ from, to }: Partial<Period>): Period {
    const until = to ?? shanghaiDate(this.clock.now());
    const yearBefore = `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`;
    const period = { from: from ?? yearBefore, to: until };
    if (period.from > period.to) throw problem('malformed-request');
    return period;
  }
}
