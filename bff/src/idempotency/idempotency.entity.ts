import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A write that was asked for with a key: what it was, what it made, what was answered. */
@Entity('idempotency')
export class IdempotencyRecord {
  /** Keyed hash of caller and key. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;
  /** SHA-256 of method, route and body. */
  @Column({ type: 'varchar', length: 64 })
  requestHash!: string;
  /** What the effect made, from which the answer can be made again: an id. */
  @Index('idempotency_reference')
  @Column({ type: 'varchar', length: 80 })
  reference!: string;
  /** Sealed answer, byte for byte; null between the effect and the first answer. */
  @Column({ type: 'text', nullable: true })
  sealedAnswer!: string | null;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
}
