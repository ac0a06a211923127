import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { GatewayRefused, GatewayUnavailable } from '../../gateways/gateway-errors.js';
import type { InsurancePlatform } from '../../gateways/insurance-platform/insurance-platform.js';
import type { TransferLetter } from '../../gateways/insurance-platform/platform-records.js';
import { PLATFORM } from '../../gateways/tokens.js';
import { InboxService } from '../../inbox/inbox.service.js';
import { BackgroundWork } from '../../work/background-work.js';
import { rounds } from '../../work/work.js';
import { EnrolmentsService } from '../../people/enrolments.service.js';
import { CaseSubjects } from '../case-subject.js';
import { Case } from '../case.entity.js';
import { CaseLegs } from './case-legs.js';

/** Cases looked at in one round. */
const batch = 200;

/** Looks whether the other agency of a transfer has answered: now and then by itself, and when an officer asks. */
@Injectable()
export class TransferWatch implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly subjects: CaseSubjects,
    private readonly legs: CaseLegs,
    private readonly enrolments: EnrolmentsService,
    private readonly inbox: InboxService,
    private readonly background: BackgroundWork,
    private readonly clock: Clock,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.background.take(
      rounds({
        name: 'transfers',
        everyMs: this.config.transferWatchMs,
        now: () => this.clock.now(),
        run: async () => this.#lookAtAll(),
      }),
    );
  }

  /** One that cannot be asked about now is asked about in the next round. */
  async #lookAtAll(): Promise<void> {
    const waiting = await this.legs.waitingFor(this.database.read, 'answer-received', batch);
    for (const caseId of waiting) await this.look(caseId).catch(() => undefined);
  }

  /** Records the answer of the other agency, if it has come. Throws `platform-unavailable`. */
  async look(caseId: string): Promise<void> {
    const letter = await this.#answered(caseId);
    if (letter === undefined) return;
    const { information, funds } = letter;
    await this.database.transaction(async (tx) => {
      const recorded = await this.legs.reached(tx, caseId, 'answer-received', {
        kind: 'answer',
        sheetNo: information.sheetNo,
        from: information.from,
        until: information.until,
        months: information.months,
        funds: funds.amount,
      });
      if (!recorded) return;
      const { personId } = await tx.findOneByOrFail(Case, { id: caseId });
      await this.inbox.tell(tx, {
        personId,
        caseId,
        title: '原参保地已经转过来了',
        body: `原参保地的信息表和资金都到了，转入 ${information.months} 个月。现在由这边核对入账，办结后会再告诉您。`,
      });
    });
  }

  /** The letter of the case, once both information and funds have come. */
  async #answered(caseId: string): Promise<AnsweredLetter | undefined> {
    const sent = await this.legs.detail(this.database.read, caseId, 'letter-sent');
    if (sent?.kind !== 'letter') return undefined;
    const row = await this.database.read.findOneByOrFail(Case, { id: caseId });
    const { person } = await this.subjects.load(this.database.read, row);
    const { value: record } = await this.enrolments.record(person);
    const insured = { psnNo: record.psnNo, division: person.data.division };
    const { value: letters } = await this.platform.transferLetters(row.region, insured).catch((error: unknown) => {
      // Nothing to hear now: it is asked again.
      if (error instanceof GatewayUnavailable || error instanceof GatewayRefused) return { value: [] };
      throw error;
    });
    const answered: readonly TransferLetter[] = letters;
    return answered.filter(isAnswered).find(({ letterNo }) => letterNo === sent.letterNo);
  }
}

type AnsweredLetter = TransferLetter & {
  readonly information: NonNullable<TransferLetter['information']>;
  readonly funds: NonNullable<TransferLetter['funds']>;
};

function isAnswered(letter: TransferLetter): letter is AnsweredLetter {
  return letter.information !== null && letter.funds !== null;
}
