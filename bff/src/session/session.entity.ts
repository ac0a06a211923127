import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A citizen's session: one family of refresh tokens. */
@Entity('sessions')
export class Session {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Index('sessions_person')
  @Column({ type: 'varchar', length: 36, nullable: true })
  personId!: string | null;
  /** Keyed hash of the WeChat openid, null in a browser. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  wechatIndex!: string | null;
  /** Keyed hash of the refresh token that is good now. */
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
