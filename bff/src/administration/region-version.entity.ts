import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change of a region's rules as its administrator made it; never edited, only cancelled before it takes effect. */
@Entity('region_versions')
export class RegionVersionRow {
  @PrimaryColumn({ type: 'varchar', length: 6 })
  region!: string;
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'varchar', length: 24 })
  effectiveAt!: string;
  /** The document that it rests on. */
  @Column({ type: 'varchar', length: 200 })
  basis!: string;
  /** JSON after `regionChangesFile` of the catalogue. */
  @Column({ type: 'text' })
  changes!: string;
  @Column({ type: 'varchar', length: 36 })
  officerId!: string;
  @Column({ type: 'varchar', length: 24 })
  madeAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  cancelledAt!: string | null;
  @Column({ type: 'varchar', length: 36, nullable: true })
  cancelledBy!: string | null;
}
