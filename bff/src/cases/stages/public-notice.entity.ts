import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A public notice (公示): open to everyone, so nothing in it is sealed. */
@Entity('public_notices')
@Index('public_notices_region', ['region', 'id'])
@Index('public_notices_case', ['caseId'])
export class PublicNotice {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  @Column({ type: 'varchar', length: 40 })
  item!: string;
  /** Whom it is about: an institution. */
  @Column({ type: 'varchar', length: 80 })
  subject!: string;
  @Column({ type: 'varchar', length: 10 })
  from!: string;
  /** Last day on which objections are taken. */
  @Column({ type: 'varchar', length: 10 })
  until!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  withdrawnAt!: string | null;
}
