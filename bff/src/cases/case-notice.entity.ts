import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the applicant is to put right: a one-time notice (一次性告知), or the account that the bank refused. */
@Entity('case_notices')
@Index('case_notices_at', ['about', 'at', 'caseId'])
export class CaseNotice {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
  @Column({ type: 'varchar', length: 36 })
  officerId!: string;
  /** `case`: the one-time notice, which there is once. `account`: the bank refused the account; as often as it does. */
  @Column({ type: 'varchar', length: 10, default: 'case' })
  about!: 'case' | 'account';
  /** Sealed JSON list of `{ material, question, reason }`. */
  @Column({ type: 'text' })
  sealedItems!: string;
  /** Sealed: why a second notice was needed; a supervisor's. */
  @Column({ type: 'text', nullable: true })
  sealedSupervisorReason!: string | null;
}
