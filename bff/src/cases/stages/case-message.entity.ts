import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one side of a conversation about a case said. */
@Entity('case_messages')
@Index('case_messages_case', ['caseId', 'id'])
export class CaseMessage {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 10 })
  from!: 'person' | 'agency';
  /** Person or officer. */
  @Column({ type: 'varchar', length: 36 })
  authorId!: string;
  @Column({ type: 'text' })
  sealedText!: string;
  /** JSON list of uploads. */
  @Column({ type: 'text' })
  uploads!: string;
  @Column({ type: 'varchar', length: 24 })
  at!: string;
  /** Until when the agency promised to answer; null for what the agency said. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  answerDue!: string | null;
}
