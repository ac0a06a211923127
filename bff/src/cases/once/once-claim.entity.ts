import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A benefit that is given once for one event, in use by a submitted case. `liveIndex` is unique among live cases. */
@Entity('once_claims')
export class OnceClaim {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Index('once_claims_case')
  @Column({ type: 'varchar', length: 36 })
  caseId!: string;
  /** Keyed hash of (benefit, person, event); null once the case was withdrawn, declined or rejected. */
  @Column({ type: 'varchar', length: 64, nullable: true, unique: true })
  liveIndex!: string | null;
}
