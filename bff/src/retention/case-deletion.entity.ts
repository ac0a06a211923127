import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Proof that a closed case was deleted, and why. Nothing in it tells of whom the case was. Rows are only added. */
@Entity('case_deletions')
@Index('case_deletions_region', ['region', 'id'])
export class CaseDeletion {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  /** What the audit trail calls the case by. */
  @Column({ type: 'varchar', length: 36 })
  caseId!: string;
  /** Keyed hash of its number: who has the number finds the proof. */
  @Index('case_deletions_number')
  @Column({ type: 'varchar', length: 64 })
  numberIndex!: string;
  @Column({ type: 'varchar', length: 40 })
  item!: string;
  @Column({ type: 'varchar', length: 20 })
  outcome!: string;
  @Column({ type: 'varchar', length: 10 })
  endedOn!: string;
  /** `<id>@<version>` of the retention rules, and what it said: name, full years, source. */
  @Column({ type: 'varchar', length: 60 })
  rule!: string;
  @Column({ type: 'varchar', length: 60 })
  ruleName!: string;
  @Column({ type: 'varchar', length: 12 })
  term!: string;
  @Column({ type: 'varchar', length: 200 })
  source!: string;
  @Column({ type: 'varchar', length: 24 })
  deletedAt!: string;
  /** JSON: table → rows, and `files`: of storage. */
  @Column({ type: 'text' })
  counts!: string;
  /** SHA-256 over the rows as they stood, sealed. */
  @Column({ type: 'varchar', length: 64 })
  digest!: string;
  /** JSON list of prefixes and keys in storage that are still to be deleted; null when none is. */
  @Column({ type: 'text', nullable: true })
  filesLeft!: string | null;
  @Index('case_deletions_files')
  @Column({ type: 'varchar', length: 24, nullable: true })
  filesGoneAt!: string | null;
}
