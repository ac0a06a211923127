import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 好差评, once per case. */
@Entity('ratings')
@Index('ratings_figures', ['region', 'at', 'item', 'grade'])
export class Rating {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  caseId!: string;
  /** Region and item of the case, so that the figures are counted from the index alone. */
  @Column({ type: 'varchar', length: 6, nullable: true })
  region!: string | null;
  @Column({ type: 'varchar', length: 40, nullable: true })
  item!: string | null;
  /** 5 非常满意 … 1 非常不满意 */
  @Column({ type: 'int' })
  grade!: number;
  @Column({ type: 'text', nullable: true })
  sealedComment!: string | null;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
}
