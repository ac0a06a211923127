import type { GrantEvidence } from '@yiban/shared-types/grants';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { flag } from '../database/flag.js';

/** `standing`: signed, or handed in with papers. What its time makes of it besides is told by `stateOf`. */
export type GrantStatus = 'requested' | 'standing' | 'ended';
export type GrantEnding = 'refused' | 'papers-refused' | 'revoked' | 'given-back';

/** A grant (委托): the proxy may file for the principal, which items, until when, on what evidence (domain.md, rule 6). */
@Entity('proxy_grants')
@Index('proxy_grants_proxy', ['proxyId', 'id'])
@Index('proxy_grants_principal', ['principalId', 'id'])
export class ProxyGrant {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 36 })
  proxyId!: string;
  /** Null until somebody has signed. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  principalId!: string | null;
  /** Where the principal is insured; until that is known, the region whose items the request names. */
  @Column({ type: 'varchar', length: 6 })
  region!: string;
  @Column({ type: 'varchar', length: 12 })
  evidence!: GrantEvidence;
  /** JSON list of item ids; null: all that may be filed for another. */
  @Column({ type: 'text', nullable: true })
  items!: string | null;
  /** Last day. */
  @Column({ name: 'lastDay', type: 'varchar', length: 10 })
  until!: string;
  @Column({ type: 'varchar', length: 12 })
  status!: GrantStatus;
  @Column({ type: 'varchar', length: 16, nullable: true })
  ending!: GrantEnding | null;
  /** Sealed JSON `{ proxy, principal, relation, reason }`: names, kinship, why an officer refused the papers. */
  @Column({ type: 'text' })
  sealedParties!: string;
  /** Keyed hash of the link's code. */
  @Column({ type: 'varchar', length: 64, nullable: true, unique: true })
  linkIndex!: string | null;
  /** Sealed: the code, for the asker to show again. */
  @Column({ type: 'text', nullable: true })
  sealedLink!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  linkExpiresAt!: string | null;
  /** Whose credential was scanned on the proxy's phone, for this grant alone. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  scannedId!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  scannedAt!: string | null;
  /** JSON of `GrantPapers`: uploads. */
  @Column({ type: 'text' })
  papers!: string;
  @Column({ type: 'int', transformer: flag })
  tellPrincipal!: boolean;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  signedAt!: string | null;
  /** The evidence is enough: at once with a signature, by an officer with papers. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  confirmedAt!: string | null;
  @Column({ type: 'varchar', length: 36, nullable: true })
  confirmedBy!: string | null;
  @Column({ type: 'varchar', length: 24, nullable: true })
  endedAt!: string | null;
}
