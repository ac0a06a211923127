import { Column, Entity, Index, PrimaryColumn, type ValueTransformer } from 'typeorm';

/** Fen as a whole number: MariaDB's driver gives large ones as text. */
const fen: ValueTransformer = { to: (value: number) => value, from: (value: number | string) => Number(value) };

/** One payment of one case in a batch, and what the bank said to it. */
@Entity('payments')
@Index('payments_batch', ['batchId', 'ordinal'])
@Index('payments_case', ['caseId'])
@Index('payments_unsettled', ['settledAt', 'result'])
export class Payment {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 36 })
  batchId!: string;
  @Column({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 36 })
  caseId!: string;
  /** The case while the payment waits or was made, null once the bank refused it: no case is paid twice. */
  @Column({ type: 'varchar', length: 36, nullable: true, unique: true })
  standingCase!: string | null;
  /** Number of the batch and four digits: what the bank knows the payment by. */
  @Column({ type: 'varchar', length: 24, unique: true })
  serial!: string;
  @Column({ type: 'bigint', transformer: fen })
  amount!: number;
  /** Sealed JSON of the payee as it was when the batch was frozen. */
  @Column({ type: 'text' })
  sealedPayee!: string;
  @Column({ type: 'varchar', length: 8, nullable: true })
  result!: 'paid' | 'refused' | null;
  @Column({ type: 'varchar', length: 10, nullable: true })
  resultOn!: string | null;
  /** Sealed: what the bank said to a refusal. */
  @Column({ type: 'text', nullable: true })
  sealedReason!: string | null;
  /** Who imported the result. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  toldBy!: string | null;
  /** When the case followed the result. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  settledAt!: string | null;
}
