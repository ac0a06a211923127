import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a requirement of a case is met. */
@Entity('case_materials')
export class CaseMaterial {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  @PrimaryColumn({ type: 'varchar', length: 40 })
  material!: string;
  @Column({ type: 'varchar', length: 40 })
  alternative!: string;
  /** JSON list of upload ids, in order. */
  @Column({ type: 'text' })
  uploads!: string;
  /** Upload of the handwritten signature. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  signature!: string | null;
  @Column({ type: 'varchar', length: 24 })
  updatedAt!: string;
}
