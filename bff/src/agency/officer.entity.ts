import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An officer of an agency (经办人员). */
@Entity('officers')
export class Officer {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 60, unique: true })
  username!: string;
  @Column({ type: 'varchar', length: 60 })
  name!: string;
  /** Number shown to citizens instead of the name. */
  @Column({ type: 'varchar', length: 12 })
  badge!: string;
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  /** JSON list of roles. */
  @Column({ type: 'text' })
  roles!: string;
  /** Keyed hash of the officer's own ID number, so that they never handle their own case; null until given. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  idIndex!: string | null;
  /** `argon2id$m$t$p$salt$hash`, Base64. */
  @Column({ type: 'varchar', length: 200 })
  passwordHash!: string;
  @Column({ type: 'text' })
  sealedTotpSecret!: string;
  /** The last time step a code was used for: a code works once. */
  @Column({ type: 'int' })
  lastTotpStep!: number;
  @Column({ type: 'int' })
  failedLogins!: number;
  @Column({ type: 'varchar', length: 24, nullable: true })
  lockedUntil!: string | null;
  /** The secret of an authenticator that is being set up; it takes the place of the other when its first code is right. */
  @Column({ type: 'text', nullable: true })
  sealedNextTotpSecret!: string | null;
  /** Keyed hash of the code with which the account is opened, once; null when it was. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  invitationIndex!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  invitationUntil!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  blockedAt!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  lastLoginAt!: string | null;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
}
