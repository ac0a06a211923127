import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A natural person who scanned a credential. What identifies them is sealed; `idIndex` finds them again. */
@Entity('people')
export class Person {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 64, unique: true })
  idIndex!: string;
  /** Sealed JSON, see `PersonData`. */
  @Column({ type: 'text' })
  sealedData!: string;
  /** Region whose rules apply, by the active enrolment at the last scan. */
  @Column({ type: 'varchar', length: 6, nullable: true })
  region!: string | null;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 24 })
  updatedAt!: string;
}
