import type { CaseOutcome, CaseStatus } from '@yiban/shared-types/cases';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { flag } from '../database/flag.js';

/** One application (办件), from draft to 办结. */
@Entity('cases')
@Index('cases_person', ['personId', 'id'])
@Index('cases_applicant', ['applicantId', 'id'])
@Index('cases_unit', ['unitIndex', 'id'])
@Index('cases_queue', ['region', 'status', 'dueAt', 'id'])
@Index('cases_filed', ['region', 'submittedAt', 'item', 'limitDays', 'acceptedOn', 'id'])
@Index('cases_ended', ['region', 'closedAt', 'item', 'outcome', 'limitDays', 'acceptedOn', 'stoppedDays'])
@Index('cases_number_end', ['region', 'numberEnd'])
@Index('cases_held', ['region', 'claimedBy'])
@Index('cases_load', ['region', 'status', 'item', 'limitDays', 'dueAt', 'stoppedOn'])
export class Case {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  /** Shown to people; given at submission. */
  @Column({ type: 'varchar', length: 24, nullable: true, unique: true })
  number!: string | null;
  /** Its last four digits, to find it by; null where a process wrote the number that does not know of them. */
  @Column({ type: 'varchar', length: 4, nullable: true })
  numberEnd!: string | null;
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  @Column({ type: 'varchar', length: 40 })
  item!: string;
  @Column({ type: 'varchar', length: 20 })
  status!: CaseStatus;
  @Column({ type: 'varchar', length: 20, nullable: true })
  outcome!: CaseOutcome;
  @Column({ type: 'int' })
  version!: number;
  /** For whom. */
  @Column({ type: 'varchar', length: 36 })
  personId!: string;
  /** By whom: the person or a proxy. */
  @Column({ type: 'varchar', length: 36 })
  applicantId!: string;
  /** The grant under which a proxy acts. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  grantId!: string | null;
  /** The unit that it is for, by its handler's row; null where it is for a person. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  unitHandlerId!: string | null;
  /** Keyed hash of the unit's credit code: its handlers find its cases by it. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  unitIndex!: string | null;
  /** Sealed JSON of the answers. */
  @Column({ type: 'text' })
  sealedForm!: string;
  /** Sealed JSON of the names shown in lists: `{ person, applicant, unit? }`; people's are masked when shown. */
  @Column({ type: 'text' })
  sealedNames!: string;
  /** While the case is a draft: `personId:item`, and the unit or who writes it: one draft for each. */
  @Column({ type: 'varchar', length: 80, nullable: true, unique: true })
  draftKey!: string | null;
  @Column({ type: 'varchar', length: 10, nullable: true })
  dueAt!: string | null;
  @Column({ type: 'int', transformer: flag })
  dueProvisional!: boolean;
  /** Version of the region's rules under which it was submitted; null while it is a draft. */
  @Column({ type: 'int', nullable: true })
  rulesVersion!: number | null;
  /** Working days from acceptance that apply to this case; fixed at submission. */
  @Column({ type: 'int', nullable: true })
  limitDays!: number | null;
  /** Working days during which the clock stood still so far. */
  @Column({ type: 'int' })
  stoppedDays!: number;
  /** Date on which the clock was stopped; null while it runs. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  stoppedOn!: string | null;
  @Column({ type: 'varchar', length: 10, nullable: true })
  acceptedOn!: string | null;
  /** Where a supplement leads back to. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  supplementFrom!: CaseStatus | null;
  /** JSON list of `{ code, message }`: rules of an immediate item that sent the case to an officer. */
  @Column({ type: 'text' })
  unmetRules!: string;
  /** Sealed JSON of the settlement, null until the first review settles. */
  @Column({ type: 'text', nullable: true })
  sealedSettlement!: string | null;
  /** Sealed: why the case was declined or rejected. */
  @Column({ type: 'text', nullable: true })
  sealedReason!: string | null;
  /** The payment that it is in since its batch was frozen: nothing else moves it meanwhile. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  paymentId!: string | null;
  @Column({ type: 'varchar', length: 36, nullable: true })
  claimedBy!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  claimedAt!: string | null;
  /** Until when it stays with whom a supervisor handed it to; null where it was claimed. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  handedUntil!: string | null;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 24 })
  updatedAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  submittedAt!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  closedAt!: string | null;
}
