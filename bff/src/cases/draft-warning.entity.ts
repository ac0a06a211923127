import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The person was told that a draft will be thrown away; told anew when they worked on it since. */
@Entity('draft_warnings')
export class DraftWarning {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
}
