import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Which officer did which duty on a case; separation of duties is checked against it. */
@Entity('case_duties')
@Index('case_duties_officer', ['officerId', 'at', 'caseId'])
export class CaseDuty {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  @PrimaryColumn({ type: 'varchar', length: 20 })
  duty!: string;
  @Column({ type: 'varchar', length: 36 })
  officerId!: string;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
}
