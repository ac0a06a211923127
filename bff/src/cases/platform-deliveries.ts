import { Inject, Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { InsurancePlatform, DeedAnswer } from '../gateways/insurance-platform/insurance-platform.js';
import { isOperation } from '../gateways/insurance-platform/transactions.js';
import { PLATFORM } from '../gateways/tokens.js';
import type { Delivery, DeliveryResult, OutboxHandler } from '../outbox/outbox-handler.js';
import { OutboxEntry } from '../outbox/outbox.entity.js';
import { PeopleService } from '../people/people.service.js';
import { system } from './case-history.js';
import { CaseSubjects } from './case-subject.js';
import { CaseTransitions } from './case-transitions.js';
import { Case } from './case.entity.js';
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
    private readonly clock: Clock,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  async send({ caseId, effectKey, payload, repeated }: Delivery): Promise<DeliveryResult> {
    const { operation, region, fields } = platformDeed.parse(payload);
    if (!isOperation(operation)) throw new Error(`no operation «${operation}»`);
    const before = repeated ? await this.platform.outcome({ operation, region, key: effectKey }) : 'unknown';
    if (before !== 'unknown') return shown(before);
    const row = await this.database.read.findOneByOrFail(Case, { id: caseId ?? '' });
    const { data } = await this.people.known(row.personId);
    const psnNo = data.psnNo ?? (await this.#personNumber(region, data));
    return shown(
      await this.platform.transact({
        operation,
        region,
        key: effectKey,
        person: { psnNo, division: data.division },
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

  async #personNumber(
    region: string,
    { idType, idNo, name }: { idType: string; idNo: string; name: string },
  ): Promise<string> {
    const { value } = await this.platform.person(region, { by: 'id-number', idType, idNo, name });
    return value.psnNo;
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
