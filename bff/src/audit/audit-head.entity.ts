import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a chain ends: what the next entry is bound to, and the proof that none was taken from the end. */
@Entity('audit_heads')
export class AuditHead {
  @PrimaryColumn({ type: 'varchar', length: 12 })
  chain!: string;
  @Column({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}
