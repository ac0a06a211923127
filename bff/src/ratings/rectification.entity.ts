import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { flag } from '../database/flag.js';

/** 整改 of what a bad rating complains of, one per rating: open until an officer writes its outcome. */
@Entity('rectifications')
@Index('rectifications_open', ['region', 'closedOn', 'dueAt', 'caseId'])
@Index('rectifications_figures', ['region', 'openedAt', 'item', 'dueAt', 'closedOn'])
export class Rectification {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  @Column({ type: 'varchar', length: 40 })
  item!: string;
  @Column({ type: 'varchar', length: 24 })
  openedAt!: string;
  /** Working days that the region gives; fixed when it opens. */
  @Column({ type: 'int' })
  limitDays!: number;
  @Column({ type: 'varchar', length: 10 })
  dueAt!: string;
  @Column({ type: 'int', transformer: flag })
  dueProvisional!: boolean;
  @Column({ type: 'varchar', length: 10, nullable: true })
  closedOn!: string | null;
  @Column({ type: 'varchar', length: 36, nullable: true })
  closedBy!: string | null;
  /** Sealed: what came of it, in words for the person. */
  @Column({ type: 'text', nullable: true })
  sealedOutcome!: string | null;
}
