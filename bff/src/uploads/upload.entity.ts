import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type UploadStatus = 'receiving' | 'received' | 'failed';
export type UploadPurpose = 'photo' | 'signature' | 'table';

/** A file on its way or arrived. Bytes stand in storage, sealed. */
@Entity('uploads')
@Index('uploads_expiry', ['caseId', 'expiresAt'])
export class Upload {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  /** Who sends it. */
  @Index('uploads_person')
  @Column({ type: 'varchar', length: 36 })
  personId!: string;
  /** The case it is attached to; until then it expires. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  caseId!: string | null;
  @Column({ type: 'varchar', length: 12 })
  purpose!: UploadPurpose;
  /** The kind of paper that was asked for. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  paper!: string | null;
  @Column({ type: 'varchar', length: 12 })
  status!: UploadStatus;
  /** Length of what is sent, in bytes. */
  @Column({ type: 'int' })
  length!: number;
  /** Bytes acknowledged so far. */
  @Column({ name: 'received', type: 'int' })
  offset!: number;
  /** SHA-256 of what is sent, hex, as announced and checked. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  sha256!: string | null;
  /** Problem code of a file that was refused. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  failure!: string | null;
  /** JSON list of finding codes of the photo check. */
  @Column({ type: 'text' })
  findings!: string;
  @Column({ type: 'int', nullable: true })
  width!: number | null;
  @Column({ type: 'int', nullable: true })
  height!: number | null;
  /** JSON of `Corners`: where the edges of the paper seem to be. */
  @Column({ type: 'text', nullable: true })
  edges!: string | null;
  /** The photo that this one was cut from. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  trimmedFrom!: string | null;
  /** JSON of `Trim`: how. */
  @Column({ type: 'text', nullable: true })
  trim!: string | null;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 24 })
  expiresAt!: string;
}
