import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LegFile } from '../../catalogue/catalogue-file.js';

/** A step of a case between two agencies; rows stand from acceptance on. */
@Entity('case_legs')
@Index('case_legs_open', ['ends', 'doneOn'])
export class CaseLeg {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  /** 1, 2, 3 … within the case. */
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  /** The leg's id in the catalogue. */
  @Column({ type: 'varchar', length: 40 })
  leg!: string;
  @Column({ type: 'varchar', length: 20 })
  ends!: LegFile['ends'];
  /** Working days it may take, fixed at acceptance. */
  @Column({ type: 'int' })
  workingDays!: number;
  @Column({ type: 'varchar', length: 10, nullable: true })
  startedOn!: string | null;
  @Column({ type: 'varchar', length: 10, nullable: true })
  dueAt!: string | null;
  @Column({ type: 'int' })
  dueProvisional!: number;
  @Column({ type: 'varchar', length: 10, nullable: true })
  doneOn!: string | null;
  /** Sealed JSON of what came with it: `{ letterNo }`, or the other agency's information and funds. */
  @Column({ type: 'text', nullable: true })
  sealedDetail!: string | null;
}
