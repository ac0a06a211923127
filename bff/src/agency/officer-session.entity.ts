import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('officer_sessions')
export class OfficerSessionRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Index('officer_sessions_officer')
  @Column({ type: 'varchar', length: 36 })
  officerId!: string;
  @Column({ type: 'varchar', length: 64 })
  refreshIndex!: string;
  /** Keyed hash of the refresh token before, and when it was replaced; null before the first rotation. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  previousIndex!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  rotatedAt!: string | null;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 24 })
  expiresAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  endedAt!: string | null;
}
