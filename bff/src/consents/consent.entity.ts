import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentKind } from '@yiban/shared-types/consents';

/** A person's consent to one version of a text. It is withdrawn, never changed: the row is the proof of it. */
@Entity('consents')
export class Consent {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  personId!: string;
  @PrimaryColumn({ type: 'varchar', length: 20 })
  kind!: ConsentKind;
  /** Counts the person's consents of the kind. */
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 20 })
  version!: string;
  @Column({ type: 'varchar', length: 24 })
  givenAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  withdrawnAt!: string | null;
}
