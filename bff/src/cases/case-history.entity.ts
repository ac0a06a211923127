import type { CaseStatus } from '@yiban/shared-types/cases';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ActorKind = 'person' | 'proxy' | 'officer' | 'system';

/** One passing of a case. Rows are only added; `hash` chains each to the one before, so that an edit shows. */
@Entity('case_history')
export class CaseHistory {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  /** 1, 2, 3 … within the case. */
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
  @Column({ type: 'varchar', length: 20, nullable: true })
  from!: CaseStatus | null;
  @Column({ type: 'varchar', length: 20 })
  to!: CaseStatus;
  @Column({ type: 'varchar', length: 30 })
  event!: string;
  @Column({ type: 'varchar', length: 10 })
  actorKind!: ActorKind;
  /** Person or officer id; null for the system. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  actorId!: string | null;
  /** For a proxy: on whose behalf. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  onBehalfOf!: string | null;
  /** Sealed JSON `{ shown, reason }`. */
  @Column({ type: 'text' })
  sealedDetail!: string;
  @Column({ type: 'varchar', length: 64 })
  previousHash!: string;
  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}
