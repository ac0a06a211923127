import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type OutboxKind = 'platform' | 'message';
export type OutboxStatus = 'pending' | 'sending' | 'done' | 'refused';

/** Something that must go out. Written in the transaction of what causes it; delivered at least once, in effect once. */
@Entity('outbox')
@Index('outbox_due', ['status', 'dueAt'])
export class OutboxEntry {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 12 })
  kind!: OutboxKind;
  /** Our own key towards the other side: the same for every try. */
  @Column({ type: 'varchar', length: 80, unique: true })
  effectKey!: string;
  @Index('outbox_case')
  @Column({ type: 'varchar', length: 36, nullable: true })
  caseId!: string | null;
  @Column({ type: 'text' })
  sealedPayload!: string;
  @Column({ type: 'varchar', length: 12 })
  status!: OutboxStatus;
  @Column({ type: 'int' })
  attempts!: number;
  /** When it may be tried (again); while `sending`, when the lease ends. */
  @Column({ type: 'varchar', length: 24 })
  dueAt!: string;
  /** While `sending`: the presence of the process that sends it. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  sender!: string | null;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  doneAt!: string | null;
  /** Sealed: the other side's answer with its message id. */
  @Column({ type: 'text', nullable: true })
  sealedAnswer!: string | null;
}
