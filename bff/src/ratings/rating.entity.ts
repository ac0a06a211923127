import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 好差评, once per case. */
@Entity('ratings')
export class Rating {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  /** 5 非常满意 … 1 非常不满意 */
  @Column({ type: 'int' })
  grade!: number;
  @Column({ type: 'text', nullable: true })
  sealedComment!: string | null;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
}
