import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type AuditActor = 'officer' | 'proxy' | 'person' | 'system';

/** One access to personal data. Rows are only added; `hash` binds each to the whole chain before it. */
@Entity('audit_entries')
@Index('audit_entries_actor', ['actorId', 'at'])
@Index('audit_entries_case', ['caseId'])
@Index('audit_entries_person', ['personId'])
export class AuditEntry {
  /** A chain of its own for each region, so that regions do not wait for one another. */
  @PrimaryColumn({ type: 'varchar', length: 12 })
  chain!: string;
  /** 1, 2, 3 … without a gap. */
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
  @Column({ type: 'varchar', length: 8 })
  actorKind!: AuditActor;
  @Column({ type: 'varchar', length: 36, nullable: true })
  actorId!: string | null;
  /** For a proxy: on whose behalf. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  onBehalfOf!: string | null;
  /** `case.read`, `case.pay`, `queue.read`, `login` … */
  @Column({ type: 'varchar', length: 40 })
  deed!: string;
  @Column({ type: 'varchar', length: 36, nullable: true })
  caseId!: string | null;
  /** Whose data. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  personId!: string | null;
  /** Ids that the deed concerns besides, comma between; never personal data. */
  @Column({ type: 'text' })
  detail!: string;
  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}
