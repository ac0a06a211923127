import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the reader made, or will make, of an upload. It goes with its upload. */
@Entity('readings')
@Index('readings_status', ['status', 'takenUntil'])
export class Reading {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  uploadId!: string;
  /** As what it is read, see `ReadablePaper`. */
  @Column({ type: 'varchar', length: 40 })
  paper!: string;
  @Column({ type: 'varchar', length: 8 })
  status!: 'pending' | 'done' | 'none';
  /** JSON of a `PaperReading`. */
  @Column({ type: 'text', nullable: true })
  sealedReading!: string | null;
  @Column({ type: 'int' })
  attempts!: number;
  /** Until then nobody else takes it up: somebody reads it, or it has just failed. */
  @Column({ type: 'varchar', length: 24 })
  takenUntil!: string;
}
