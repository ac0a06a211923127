import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Some rows of a table that came as a file: the answer to one question of a case, in parts of `rowsPerPart`. */
@Entity('case_tables')
export class CaseTable {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  @PrimaryColumn({ type: 'varchar', length: 40 })
  question!: string;
  @PrimaryColumn({ type: 'int' })
  part!: number;
  /** Sealed JSON list of rows. A MEDIUMTEXT in MariaDB. */
  @Column({ type: 'text' })
  sealedRows!: string;
}
