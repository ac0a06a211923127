import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A receipt in use by a submitted case. `liveIndex` is unique: one receipt, one live case, whoever it belongs to. */
@Entity('receipts')
export class Receipt {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Index('receipts_case')
  @Column({ type: 'varchar', length: 36 })
  caseId!: string;
  /** Keyed hash of (票据代码, 票据号码); null once the case was withdrawn, declined or rejected. */
  @Column({ type: 'varchar', length: 64, nullable: true, unique: true })
  liveIndex!: string | null;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
}
