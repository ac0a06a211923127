import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SuiteName } from './cipher-suite.js';

export type KeyPurpose = 'data' | 'index' | 'token' | 'chain';
/**
 * `announced`: every process learns it before anything is sealed under it. `retiring`: what it sealed is being
 * sealed anew. `retired`: opens what comes back from a backup.
 */
export type KeyState = 'announced' | 'current' | 'retiring' | 'retired';

/** A key of the installation, wrapped by a master key. */
@Entity('data_keys')
export class DataKey {
  @PrimaryColumn({ type: 'varchar', length: 8 })
  id!: string;
  @Column({ type: 'varchar', length: 8 })
  purpose!: KeyPurpose;
  @Column({ type: 'varchar', length: 4 })
  suite!: SuiteName;
  @Column({ type: 'varchar', length: 10 })
  state!: KeyState;
  /** See `MasterKeys`. */
  @Column({ type: 'text' })
  wrapped!: string;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
}
