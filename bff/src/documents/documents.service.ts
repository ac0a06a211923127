import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CaseDocument } from '@yiban/shared-types/cases';
import type { DocumentVerification } from '@yiban/shared-types/documents';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock, shanghaiDate } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import { STORAGE, type Storage } from '../gateways/storage/storage.js';
import { newId } from '../ids.js';
import { maskName } from '../people/masking.js';
import { problem } from '../problems/problem.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { contentOfDocument } from './content-of-document.js';
import type { DocumentKind, Verification } from './document-content.js';
import type { DocumentSnapshot } from './document-snapshot.js';
import { IssuedDocument } from './document.entity.js';
import { MissingGlyphsError } from './missing-glyphs.js';

/** A document to issue. The snapshot is made once the verification code is known. */
export interface Issue {
  /** The case, or the grant, that it belongs to. */
  readonly caseId: string;
  readonly personId: string;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly snapshot: (verification: Verification, issuedAt: string) => DocumentSnapshot;
  /** Uploads of the signatures of the snapshot, in its order. */
  readonly signatures: readonly string[];
}

interface Stored {
  readonly snapshot: DocumentSnapshot;
  readonly signatures: readonly string[];
  readonly subject: string;
}

/** Documents that were issued: frozen when issued, rendered when first read, checked by anyone who has the code. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly uploads: UploadsService,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async issue(tx: EntityManager, issue: Issue): Promise<void> {
    const id = newId();
    const code = newCode();
    const issuedAt = this.clock.now().toISOString();
    const snapshot = issue.snapshot(
      { code, url: `${this.config.publicUrl}/#/packages/verify/index/index?code=${code}` },
      issuedAt,
    );
    const stored: Stored = { snapshot, signatures: issue.signatures, subject: subjectOf(snapshot) };
    await tx.insert(IssuedDocument, {
      id,
      caseId: issue.caseId,
      personId: issue.personId,
      kind: issue.kind,
      name: issue.name,
      codeIndex: this.vault.index('document', code),
      sealedSnapshot: this.vault.seal(place(id), JSON.stringify(stored)),
      issuedAt,
      withdrawnAt: null,
      sha256: null,
      storageKey: null,
    });
  }

  /** `owners`: a case, and the grant that it was filed under. */
  async of(reader: EntityManager, owners: readonly string[]): Promise<readonly CaseDocument[]> {
    const rows = await reader.find(IssuedDocument, {
      // Not what the paper says: that is long, and opened by who reads it.
      select: { id: true, kind: true, name: true, issuedAt: true, withdrawnAt: true },
      where: { caseId: In([...owners]) },
      order: { id: 'ASC' },
    });
    return rows.map(({ id, kind, name, issuedAt, withdrawnAt }) => ({
      id,
      kind,
      name,
      at: issuedAt,
      withdrawnAt,
      withdrawable: withdrawnAt === null && isWithdrawable(kind),
    }));
  }

  /** The PDF of a document of a case or grant, by id or, for the newest of a kind, by kind. Throws `document-not-found`. */
  async pdf(owners: readonly string[], document: string): Promise<Buffer> {
    const caseId = In([...owners]);
    const rows = await this.database.read.find(IssuedDocument, {
      where: [
        { caseId, id: document },
        { caseId, kind: document },
      ],
      order: { id: 'DESC' },
    });
    const [row] = rows;
    if (row === undefined) throw problem('document-not-found');
    return this.#bytes(row);
  }

  /** Renders what was issued for the case and others will rely on, so that its hash stands from the first minute. */
  async render(caseId: string): Promise<void> {
    const rows = await this.database.read.findBy(IssuedDocument, { caseId, sha256: IsNull() });
    for (const row of rows.filter(({ kind }) => isReliedOn(kind))) await this.#bytes(row);
  }

  /** Ends every valid paper of that kind of the person: a newer one takes their place. */
  async withdrawAll(tx: EntityManager, personId: string, kind: DocumentKind): Promise<void> {
    await tx.update(
      IssuedDocument,
      { personId, kind, withdrawnAt: IsNull() },
      { withdrawnAt: this.clock.now().toISOString() },
    );
  }

  /** Ends what was issued for a grant that has ended. */
  async withdrawOf(tx: EntityManager, grantId: string): Promise<void> {
    await tx.update(
      IssuedDocument,
      { caseId: grantId, withdrawnAt: IsNull() },
      { withdrawnAt: this.clock.now().toISOString() },
    );
  }

  /** Takes a paper back. Throws `document-not-found`, `document-not-withdrawable`, `document-withdrawn`. */
  async withdraw(tx: EntityManager, caseId: string, id: string): Promise<void> {
    const row = await tx.findOneBy(IssuedDocument, { caseId, id });
    if (row === null) throw problem('document-not-found');
    if (!isWithdrawable(row.kind)) throw problem('document-not-withdrawable');
    const taken = await tx.update(
      IssuedDocument,
      { id, withdrawnAt: IsNull() },
      { withdrawnAt: this.clock.now().toISOString() },
    );
    if (taken.affected !== 1) throw problem('document-withdrawn');
  }

  async #bytes(row: IssuedDocument): Promise<Buffer> {
    if (row.storageKey !== null) return this.vault.openBytes(row.storageKey, await this.storage.get(row.storageKey));
    const { snapshot, signatures }: Stored = this.#open(row);
    const bytes = await this.preview(snapshot, signatures);
    const storageKey = `documents/${row.id}`;
    await this.storage.put(storageKey, this.vault.sealBytes(storageKey, bytes));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.database.transaction((tx) => tx.update(IssuedDocument, { id: row.id }, { sha256, storageKey }));
    return bytes;
  }

  /** A paper that is not issued (yet). Throws `document-glyph-missing`. */
  async preview(snapshot: DocumentSnapshot, signatures: readonly string[]): Promise<Buffer> {
    const images = await Promise.all(signatures.map(async (id) => (await this.uploads.bytes(id)).full));
    // Drawing and its fonts are loaded with the first paper, not at start.
    const { renderDocument } = await import('./render-document.js');
    try {
      return await renderDocument(contentOfDocument(withSignatures(snapshot, images)));
    } catch (error) {
      if (error instanceof MissingGlyphsError) throw problem('document-glyph-missing');
      throw error;
    }
  }

  /** What a third party learns of the document with that code. Throws `verification-not-found`. */
  async verify(code: string): Promise<DocumentVerification> {
    const codeIndex = this.vault.index('document', code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
    const row = await this.database.read.findOneBy(IssuedDocument, { codeIndex });
    if (row === null) throw problem('verification-not-found');
    const { snapshot, subject } = this.#open(row);
    // The hash of what was issued, made now if nobody has opened the paper yet.
    const sha256 =
      row.sha256 ??
      createHash('sha256')
        .update(await this.#bytes(row))
        .digest('hex');
    return {
      kind: row.kind,
      name: row.name,
      person: maskName(subject),
      agency: 'agency' in snapshot.facts ? snapshot.facts.agency.name : '',
      issuedAt: row.issuedAt,
      valid: row.withdrawnAt === null && !hasRunOut(snapshot, shanghaiDate(this.clock.now())),
      withdrawnAt: row.withdrawnAt,
      sha256,
    };
  }

  #open(row: IssuedDocument): Stored {
    // oxlint-disable-next-line typescript/no-unsafe-return -- the seal vouches that it is what `issue` wrote
    return JSON.parse(this.vault.open(place(row.id), row.sealedSnapshot));
  }
}

/** Twelve characters without those that are mistaken for one another: 57 bits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
function newCode(): string {
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Whose paper it is. */
function subjectOf({ kind, facts }: DocumentSnapshot): string {
  return kind === 'authorization-letter' ? facts.principal.name : facts.applicant.name;
}

/** Puts the handwriting into the snapshot, whose stored form has none. */
function withSignatures(snapshot: DocumentSnapshot, images: readonly Buffer[]): DocumentSnapshot {
  switch (snapshot.kind) {
    case 'registration-form':
      return { ...snapshot, facts: { ...snapshot.facts, signatures: signed(snapshot.facts.signatures, images) } };
    case 'application-form':
      return { ...snapshot, facts: { ...snapshot.facts, signatures: signed(snapshot.facts.signatures, images) } };
    case 'commitment-letter':
      return { ...snapshot, facts: { ...snapshot.facts, signatures: signed(snapshot.facts.signatures, images) } };
    case 'authorization-letter':
      return {
        ...snapshot,
        facts: { ...snapshot.facts, signature: { ...snapshot.facts.signature, image: images[0] ?? null } },
      };
    default:
      return snapshot;
  }
}

function signed<S extends { readonly image: Uint8Array | null }>(
  signatures: readonly S[],
  images: readonly Buffer[],
): readonly S[] {
  return signatures.map((signature, i) => ({ ...signature, image: images[i] ?? null }));
}

/** Others will be shown it: its hash stands from the first minute. */
function isReliedOn(kind: string): boolean {
  return isWithdrawable(kind) || kind === 'authorization-letter';
}

/** A paper that says itself until when it holds. */
function hasRunOut({ kind, facts }: DocumentSnapshot, today: string): boolean {
  return kind === 'authorization-letter' && facts.until < today;
}

/** What a person may take back: papers that others rely on, and of which the newest alone counts. */
function isWithdrawable(kind: string): boolean {
  return kind === 'enrolment-certificate';
}

const place = (id: string): string => `documents:${id}:snapshot`;
