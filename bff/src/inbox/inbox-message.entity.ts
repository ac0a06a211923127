import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message to a person: what happened, what to do, until when. */
@Entity('inbox')
@Index('inbox_person', ['personId', 'id'])
@Index('inbox_case', ['caseId'])
export class InboxMessage {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 36 })
  personId!: string;
  @Column({ type: 'varchar', length: 36, nullable: true })
  caseId!: string | null;
  /** Sealed JSON `{ title, body }`. */
  @Column({ type: 'text' })
  sealedText!: string;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  readAt!: string | null;
}
