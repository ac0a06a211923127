import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Payments that go to the bank in one file. What is in it never changes. */
@Entity('payment_batches')
@Index('payment_batches_region', ['region', 'id'])
export class PaymentBatch {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  /** Region 6, date 8, random 6. */
  @Column({ type: 'varchar', length: 20, unique: true })
  number!: string;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 36 })
  createdBy!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  exportedAt!: string | null;
  @Column({ type: 'varchar', length: 36, nullable: true })
  exportedBy!: string | null;
  /** Counts the imports: each one waits here for the one before. */
  @Column({ type: 'int' })
  imports!: number;
}
