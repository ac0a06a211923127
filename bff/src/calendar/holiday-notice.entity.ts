import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notice of a year's holidays (国务院办公厅关于节假日安排的通知) as a region's administrator imported it; the last one counts. */
@Entity('holiday_notices')
export class HolidayNotice {
  @PrimaryColumn({ type: 'varchar', length: 6 })
  region!: string;
  @PrimaryColumn({ type: 'int' })
  year!: number;
  @PrimaryColumn({ type: 'int' })
  ordinal!: number;
  /** The notice by name and number. */
  @Column({ type: 'varchar', length: 200 })
  basis!: string;
  /** JSON `{ holidays: […], workdays: […] }`. */
  @Column({ type: 'text' })
  days!: string;
  @Column({ type: 'varchar', length: 36 })
  officerId!: string;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
}
