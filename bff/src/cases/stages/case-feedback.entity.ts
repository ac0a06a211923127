import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A preliminary result (初审结果) as it was told to the institution, and what the institution said to it. */
@Entity('case_feedback')
export class CaseFeedback {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  /** A case that was sent back is told anew. */
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 24 })
  toldAt!: string;
  /** Last day on which feedback is taken. */
  @Column({ type: 'varchar', length: 10 })
  until!: string;
  /** Sealed JSON of the settlement as it then stood. */
  @Column({ type: 'text' })
  sealedPreliminary!: string;
  /** Sealed JSON `{ agrees, text }`; null until it was given. */
  @Column({ type: 'text', nullable: true })
  sealedFeedback!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  givenAt!: string | null;
}
