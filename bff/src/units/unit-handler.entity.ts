import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `pending`: on a photographed letter that no officer has checked yet. */
export type HandlerStatus = 'pending' | 'confirmed' | 'ended';
/** What the authority rests on: the platform names the handler, or the unit's letter. */
export type HandlerAuthority = 'platform' | 'letter';

/** A person who acts for a unit (单位经办人). */
@Entity('unit_handlers')
@Index('unit_handlers_unit', ['unitIndex', 'region'])
export class UnitHandler {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Index('unit_handlers_person')
  @Column({ type: 'varchar', length: 36 })
  personId!: string;
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  /** Keyed hash of the 统一社会信用代码. */
  @Column({ type: 'varchar', length: 64 })
  unitIndex!: string;
  /** `personId:region:unitIndex` hashed: one row each while it has not ended. */
  @Column({ type: 'varchar', length: 64, nullable: true, unique: true })
  standingKey!: string | null;
  /** Sealed JSON `{ name, creditCode }`. */
  @Column({ type: 'text' })
  sealedUnit!: string;
  @Column({ type: 'varchar', length: 12 })
  authority!: HandlerAuthority;
  @Column({ type: 'varchar', length: 12 })
  status!: HandlerStatus;
  /** JSON list: uploads of the letter. */
  @Column({ type: 'text' })
  letter!: string;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  confirmedAt!: string | null;
  /** Officer who checked the letter, and took it or did not. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  confirmedBy!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  endedAt!: string | null;
}
