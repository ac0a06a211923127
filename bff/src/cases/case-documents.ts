/** Issues the papers of a case, and shows them beforehand; what stands on them is in `case-snapshots.ts`. */
import { Injectable } from '@nestjs/common';
import type { HistoryEntry, NoticeItem } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import type { AlternativeFile } from '../catalogue/material-file.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { answersAsRows } from '../documents/answers-as-rows.js';
import { documentKinds, documentNames, type DocumentKind, type Verification } from '../documents/document-content.js';
import type {
  DocumentSnapshot,
  EnrolmentSnapshot,
  FormSnapshot,
  RegistrationSnapshot,
} from '../documents/document-snapshot.js';
import { DocumentsService } from '../documents/documents.service.js';
import { PeopleService } from '../people/people.service.js';
import type { CaseMaterial } from './case-material.entity.js';
import { caseSnapshot, materialSnapshots, filledIn, shownPayee } from './case-snapshots.js';
import type { CaseSubject } from './case-subject.js';
import { alternativesOpen } from './checks.js';
import { workingDaysAfter } from './deadlines.js';
import { payeeOf } from './payee.js';
import { stepNames } from './step-names.js';

/** The registration that the platform filed. */
export type RegistrationFacts = NonNullable<RegistrationSnapshot['registration']>;

interface Paper {
  readonly snapshot: (verification: Verification | null, issuedAt: string) => DocumentSnapshot;
  readonly signatures: readonly string[];
  readonly name: string;
}

@Injectable()
export class CaseDocuments {
  constructor(
    private readonly documents: DocumentsService,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleService,
  ) {}

  /** What the applicant signed: forms and letters, frozen. The 备案表 waits for its registration. */
  async issueSigned(tx: EntityManager, subject: CaseSubject, facts: object): Promise<void> {
    for (const { alternative, attached } of this.#generated(subject, facts)) {
      const kind = kindOf(alternative);
      if (kind === 'registration-form') continue;
      await this.#issue(tx, subject, kind, this.#formPaper(subject, facts, alternative, attached, null));
    }
  }

  /** The 备案表 with the platform's registration, where the item has one. */
  async issueRegistration(
    tx: EntityManager,
    subject: CaseSubject,
    facts: object,
    registration: RegistrationFacts | null,
  ): Promise<void> {
    for (const { alternative, attached } of this.#generated(subject, facts)) {
      if (kindOf(alternative) !== 'registration-form') continue;
      await this.#issue(
        tx,
        subject,
        'registration-form',
        this.#formPaper(subject, facts, alternative, attached, registration),
      );
    }
  }

  async issueAcceptance(tx: EntityManager, subject: CaseSubject, facts: object): Promise<void> {
    const { row } = subject;
    await this.#issue(tx, subject, 'acceptance-notice', {
      name: documentNames['acceptance-notice'],
      signatures: [],
      snapshot: (verification, issuedAt) => ({
        kind: 'acceptance-notice',
        facts: {
          ...caseSnapshot(subject, verification, issuedAt),
          acceptedAt: issuedAt,
          due:
            row.dueAt === null || row.limitDays === null || row.limitDays === 0
              ? null
              : { date: row.dueAt, workingDays: row.limitDays, provisional: row.dueProvisional },
          materials: materialSnapshots(subject, facts),
        },
      }),
    });
  }

  async issueNotice(
    tx: EntityManager,
    subject: CaseSubject,
    items: readonly NoticeItem[],
    today: string,
  ): Promise<void> {
    const names = new Map([
      ...subject.item.materials.map(({ id, name }) => [id, name] as const),
      ...subject.item.questions.map(({ id, term }) => [id, term] as const),
    ]);
    await this.#issue(tx, subject, 'one-time-notice', {
      name: documentNames['one-time-notice'],
      signatures: [],
      snapshot: (verification, issuedAt) => ({
        kind: 'one-time-notice',
        facts: {
          ...caseSnapshot(subject, verification, issuedAt),
          notice: {
            items: items.map(({ material, question, reason }) => ({
              subject: names.get(material ?? question ?? '') ?? '其他',
              reason,
            })),
            until: supplementUntil(subject, today),
          },
        },
      }),
    });
  }

  async issueRefusal(
    tx: EntityManager,
    subject: CaseSubject,
    kind: 'decline-notice' | 'rejection-notice',
    reason: string,
  ): Promise<void> {
    await this.#issue(tx, subject, kind, {
      name: documentNames[kind],
      signatures: [],
      snapshot: (verification, issuedAt) => ({
        kind,
        facts: {
          ...caseSnapshot(subject, verification, issuedAt),
          refusal: {
            decidedAt: issuedAt,
            reason,
            basis: subject.item.basis.map(({ title, article }) => `《${title}》${article ?? ''}`),
            advice: null,
            reviewAuthority: null,
            court: null,
          },
        },
      }),
    });
  }

  async issueSettlement(
    tx: EntityManager,
    subject: CaseSubject,
    reviewers: readonly string[],
    history: readonly HistoryEntry[],
    paidOn: string | null,
  ): Promise<void> {
    const { settlement, form } = subject;
    if (settlement === null) return;
    await this.#issue(tx, subject, 'settlement-statement', {
      name: documentNames['settlement-statement'],
      signatures: [],
      snapshot: (verification, issuedAt) => ({
        kind: 'settlement-statement',
        facts: {
          ...caseSnapshot(subject, verification, issuedAt),
          settlement: {
            lines: settlement.lines,
            reviewedBy: reviewers[0] ?? '',
            confirmedBy: reviewers[1] ?? reviewers[0] ?? '',
            payee: shownPayee(payeeOf(form)),
            paidAt: paidOn,
          },
          history: history.map(({ at, to, actor, reason }) => ({ at, step: stepNames[to] ?? to, actor, reason })),
        },
      }),
    });
  }

  /** The certificate of a grant; the person's older ones stop being valid. */
  async issueCertificate(
    tx: EntityManager,
    subject: CaseSubject,
    enrolment: EnrolmentSnapshot['enrolment'],
  ): Promise<void> {
    const kind = 'enrolment-certificate';
    await this.people.hold(tx, subject.row.personId);
    await this.documents.withdrawAll(tx, subject.row.personId, kind);
    await this.#issue(tx, subject, kind, {
      name: documentNames[kind],
      signatures: [],
      snapshot: (verification, issuedAt) => ({
        kind,
        facts: { ...caseSnapshot(subject, verification, issuedAt), enrolment },
      }),
    });
  }

  /** A paper as it would be now, without a code: shown before it is signed. Undefined for what the item has not. */
  async preview(subject: CaseSubject, facts: object, kind: string, now: string): Promise<Buffer | undefined> {
    const generated = this.#generated(subject, facts, true).find(({ alternative }) => kindOf(alternative) === kind);
    if (generated === undefined) return undefined;
    const paper = this.#formPaper(subject, facts, generated.alternative, generated.attached, null);
    return this.documents.preview(paper.snapshot(null, now), paper.signatures);
  }

  async #issue(tx: EntityManager, { row }: CaseSubject, kind: DocumentKind, paper: Paper): Promise<void> {
    await this.documents.issue(tx, { caseId: row.id, personId: row.personId, kind, ...paper });
  }

  /** Papers filled in for the applicant: those chosen, or `open` ones too. */
  #generated({ item, attached }: CaseSubject, facts: object, open = false) {
    return item.materials.flatMap((material) => {
      const own = attached.find((row) => row.material === material.id);
      return alternativesOpen(material, facts)
        .filter((alternative) => alternative.kind === 'generated' || alternative.kind === 'commitment')
        .filter(
          (alternative) =>
            open || own?.alternative === alternative.id || (alternative.kind === 'generated' && !alternative.signed),
        )
        .map((alternative) => ({ alternative, attached: own?.alternative === alternative.id ? own : undefined }));
    });
  }

  #formPaper(
    subject: CaseSubject,
    facts: object,
    alternative: AlternativeFile,
    attached: CaseMaterial | undefined,
    registration: RegistrationFacts | null,
  ): Paper {
    const kind = kindOf(alternative);
    const signatures = attached?.signature === undefined || attached.signature === null ? [] : [attached.signature];
    const signed = signatures.map(() => ({
      role: subject.row.applicantId === subject.row.personId ? ('applicant' as const) : ('proxy' as const),
      name: subject.applicant.data.name,
      image: null,
      signedAt: attached?.updatedAt ?? null,
    }));
    return {
      name: alternative.name,
      signatures,
      snapshot: (verification, issuedAt) => {
        const form: FormSnapshot = {
          ...caseSnapshot(subject, verification, issuedAt),
          form: answersAsRows(subject.item.questions, subject.form, facts),
          materials: materialSnapshots(subject, facts),
          signatures: signed,
        };
        if (alternative.kind === 'commitment') {
          const letter = this.catalogue.letter(alternative.letter);
          const paragraphs = letter.paragraphs.map((paragraph) => filledIn(paragraph, facts));
          return {
            kind: 'commitment-letter',
            facts: {
              ...caseSnapshot(subject, verification, issuedAt),
              letter: { name: letter.name, paragraphs },
              signatures: signed,
            },
          };
        }
        return kind === 'registration-form'
          ? { kind, facts: { ...form, registration } }
          : { kind: 'application-form', facts: { ...form, formName: alternative.name } };
      },
    };
  }
}

export function supplementUntil({ region, calendar }: CaseSubject, today: string): string {
  return workingDaysAfter(today, region.policies.supplementDays, calendar).date;
}

function kindOf(alternative: AlternativeFile): DocumentKind {
  if (alternative.kind === 'commitment') return 'commitment-letter';
  const named =
    alternative.kind === 'generated' ? documentKinds.find((kind) => kind === alternative.document) : undefined;
  return named ?? 'application-form';
}
