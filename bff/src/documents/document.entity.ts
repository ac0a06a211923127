import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A document that was issued. The snapshot is frozen at issue; the PDF is rendered from it at first reading. */
@Entity('documents')
export class IssuedDocument {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Index('documents_case')
  @Column({ type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 36 })
  personId!: string;
  @Column({ type: 'varchar', length: 30 })
  kind!: string;
  @Column({ type: 'varchar', length: 120 })
  name!: string;
  /** Keyed hash of the verification code. */
  @Column({ type: 'varchar', length: 64, unique: true })
  codeIndex!: string;
  /** Sealed JSON of the snapshot, the code in it. */
  @Column({ type: 'text' })
  sealedSnapshot!: string;
  @Column({ type: 'varchar', length: 24 })
  issuedAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  withdrawnAt!: string | null;
  /** SHA-256 of the PDF, once rendered. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  sha256!: string | null;
  /** Where the sealed PDF is kept, once rendered. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  storageKey!: string | null;
}
