import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supervisor keeps the case beyond its time: a review, a lawsuit, an inspection is under way. */
@Entity('case_holds')
export class CaseHold {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  @Column({ type: 'text' })
  sealedReason!: string;
  @Column({ type: 'varchar', length: 36 })
  officerId!: string;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
}
