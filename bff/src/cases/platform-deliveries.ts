import { Inject, Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type {
  InsurancePlatform,
  InsuredPerson,
  DeedAnswer,
} from '../gateways/insurance-platform/insurance-platform.js';
import { isOperation } from '../gateways/insurance-platform/transactions.js';
import { PLATFORM } from '../gateways/tokens.js';
import type { Delivery, DeliveryResult, OutboxHandler } from '../outbox/outbox-handler.js';
import { OutboxEntry } from '../outbox/outbox.entity.js';
import { PeopleService } from '../people/people.service.js';
import { system } from './case-history.js';
import { CaseSubjects } from './case-subject.js';
import { CaseTransitions } from './case-transitions.js';
import { Case } from './case.entity.js';
import { CaseLegs } from './legs/case-legs.js';
import { divisionOf } from '../people/platform-facts.service.js';
import { platformDeed, type PlatformDeed } from './platform-deed.js';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { Clock } from '../clock.js';

/** Deeds at the insurance platform. An unknown outcome is asked for before the deed is sent again. */
@Injectable()
export class PlatformDeliveries implements OutboxHandler {
  readonly kind = 'platform';

  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly subjects: CaseSubjects,
    private readonly transitions: CaseTransitions,
    private readonly legs: CaseLegs,
    private readonly clock: Clock,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  async send({ caseId, effectKey, payload, repeated }: Delivery): Promise<DeliveryResult> {
    const { operation, region, fields, concerned, unit } = platformDeed.parse(payload);
    if (!isOperation(operation)) throw new Error(`no operation «${operation}»`);
    const before = repeated ? await this.platform.outcome({ operation, region, key: effectKey }) : 'unknown';
    if (before !== 'unknown') return shown(before);
    const row = await this.database.read.findOneByOrFail(Case, { id: caseId ?? '' });
    return shown(
      await this.platform.transact({
        operation,
        region,
        key: effectKey,
        ...(unit ? {} : { person: await this.#person(region, row, concerned) }),
        fields,
        operator: { kind: 'mobile', id: row.applicantId, name: '医保易办' },
      }),
    );
  }

  /** An immediate case is granted when its last deed is done; a refused one goes to an officer with the platform's no. */
  async settle(tx: EntityManager, delivery: Delivery, result: DeliveryResult): Promise<void> {
    const deed = platformDeed.parse(delivery.payload);
    const row = await tx.findOneBy(Case, { id: delivery.caseId ?? '' });
    if (row === null) return;
    if (!result.accepted) return this.#refer(tx, row, result);
    if (deed.operation === 'send-transfer-letter') {
      const letterNo = acceptance.parse(result.answer).output['ltr_no'] ?? '';
      await this.legs.reached(tx, row.id, 'letter-sent', { kind: 'letter', letterNo });
    }
    if (!deed.grants || row.status !== 'accepted') return;
    const open = await tx.countBy(OutboxEntry, {
      caseId: row.id,
      kind: 'platform',
      status: In(['pending', 'sending', 'refused']),
      id: Not(delivery.id),
    });
    if (open > 0) return;
    const subject = await this.subjects.load(tx, row);
    const registration = registrationOf(deed, result, this.clock.now());
    await this.transitions.walk(tx, subject, {
      event: 'grant',
      actor: system,
      as: ['system'],
      facts: this.subjects.facts(subject, null),
      ...(registration === undefined ? {} : { details: { registration } }),
    });
  }

  async #refer(tx: EntityManager, row: Case, result: DeliveryResult): Promise<void> {
    const { message } = refusal.parse(result.answer);
    const unmetRules = JSON.stringify([
      ...z.array(z.unknown()).parse(JSON.parse(row.unmetRules)),
      { code: 'platform-refused', message: `医保平台没有接受：${message}` },
    ]);
    await tx.update(Case, { id: row.id }, { unmetRules });
  }

  async #person(region: string, row: Case, concerned: PlatformDeed['concerned']): Promise<InsuredPerson> {
    return concerned === null ? this.#insured(region, row) : this.#concerned(region, concerned);
  }

  async #insured(region: string, { personId }: Case): Promise<InsuredPerson> {
    const { data } = await this.people.known(personId);
    // Who is insured nowhere yet has no insured place: it is where they begin.
    const division = data.division === '' ? region : data.division;
    if (data.psnNo !== null) return { psnNo: data.psnNo, division };
    const { value } = await this.platform.person(region, { by: 'id-number', ...data });
    return { psnNo: value.psnNo, division };
  }

  /** Somebody whom the form names by name and ID number. */
  async #concerned(region: string, { name, idNo }: { name: string; idNo: string }): Promise<InsuredPerson> {
    const { value } = await this.platform.person(region, { by: 'id-number', idType: '01', idNo, name });
    return { psnNo: value.psnNo, division: divisionOf(value) ?? region };
  }
}

const refusal = z.object({ message: z.string() });
const acceptance = z.object({ output: z.record(z.string(), z.string()) });

function shown(answer: DeedAnswer): DeliveryResult {
  return { accepted: answer.accepted, answer };
}

/** The registration's number and period, where the deed made one. */
function registrationOf({ fields }: PlatformDeed, result: DeliveryResult, now: Date) {
  const { output } = acceptance.parse(result.answer);
  const number = output['trt_dcla_detl_sn'];
  const from = fields['begndate'];
  const until = fields['enddate'];
  if (number === undefined || typeof from !== 'string') return undefined;
  return { number, from, until: typeof until === 'string' ? until : null, decidedAt: now.toISOString() };
}
