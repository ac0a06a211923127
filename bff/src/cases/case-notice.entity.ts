import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A one-time notice (一次性告知): everything that is missing or wrong, told at once. */
@Entity('case_notices')
export class CaseNotice {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
  @Column({ type: 'varchar', length: 36 })
  officerId!: string;
  /** Sealed JSON list of `{ material, question, reason }`. */
  @Column({ type: 'text' })
  sealedItems!: string;
  /** Sealed: why a second notice was needed; a supervisor's. */
  @Column({ type: 'text', nullable: true })
  sealedSupervisorReason!: string | null;
}
