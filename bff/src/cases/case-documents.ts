/** The papers of a case, as facts for the documents. */
import { Injectable } from '@nestjs/common';
import type { HistoryEntry, NoticeItem } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import type { AlternativeFile } from '../catalogue/material-file.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { valueOf } from '../catalogue/conditions.js';
import { answersAsRows } from '../documents/answers-as-rows.js';
import { documentKinds, documentNames, type DocumentKind, type Verification } from '../documents/document-content.js';
import type {
  CaseSnapshot,
  DocumentSnapshot,
  EnrolmentSnapshot,
  FormSnapshot,
  MaterialSnapshot,
  RegistrationSnapshot,
  SettlementSnapshot,
} from '../documents/document-snapshot.js';
import { DocumentsService } from '../documents/documents.service.js';
import { PeopleService } from '../people/people.service.js';
import { shownDate } from '../documents/shown-values.js';
import type { CaseMaterial } from './case-material.entity.js';
import { uploadIds, type CaseSubject } from './case-subject.js';
import { alternativesOpen, isMetByItself } from './checks.js';
import { workingDaysAfter } from './deadlines.js';
import { payeeOf, type Payee } from './payee.js';

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
          : { kind: 'application-form', facts: form };
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

function caseSnapshot(
  { row, item, region, person, applicant, form }: CaseSubject,
  verification: Verification | null,
  issuedAt: string,
): CaseSnapshot {
  const phone = typeof form['phone'] === 'string' ? form['phone'] : person.data.phone;
  return {
    issuedAt,
    regionName: region.name,
    agency: {
      name: region.agency,
      address: region.address,
      hours: region.hours,
      phone: region.phone,
      complaintPhone: region.complaintPhone,
    },
    verification,
    item: { name: item.name, code: item.code },
    caseNumber: row.number,
    submittedAt: row.submittedAt,
    applicant: { name: person.data.name, idNo: person.data.idNo, phone },
    proxy:
      row.applicantId === row.personId
        ? null
        : { name: applicant.data.name, idNo: applicant.data.idNo, phone: applicant.data.phone, relation: null },
  };
}

function materialSnapshots({ item, attached }: CaseSubject, facts: object): readonly MaterialSnapshot[] {
  const shownKinds: Readonly<Record<AlternativeFile['kind'], string>> = {
    credential: '已核验医保电子凭证',
    photo: '拍照上传',
    generated: '系统填写，本人签名',
    commitment: '个人承诺书',
    data: '部门数据共享',
  };
  return item.materials.flatMap((material) => {
    const open = alternativesOpen(material, facts);
    const own = attached.find((row) => row.material === material.id);
    const alternative =
      open.find(({ id }) => id === own?.alternative) ?? (isMetByItself(open, facts) ? open[0] : undefined);
    if (alternative === undefined) return [];
    const pages = own === undefined ? 0 : uploadIds(own.uploads).length;
    return [{ name: alternative.name, shown: shownKinds[alternative.kind], pages: pages === 0 ? null : pages }];
  });
}

/** `{{form.x}}` and `{{person.x}}` of a letter; dates as people read them. */
function filledIn(paragraph: string, facts: object): string {
  return paragraph.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
    const value = valueOf({ var: name }, facts);
    if (typeof value !== 'string' && typeof value !== 'number') return '＿＿＿＿';
    return value === '' ? '＿＿＿＿' : shownDate(String(value));
  });
}

function shownPayee(payee: Payee | null): SettlementSnapshot['settlement']['payee'] {
  return payee === null ? null : { ...payee, bank: payee.bank === '' ? null : payee.bank };
}

/** How a passing is called on papers: 申请 受理 审核 拨付 办结 and what lies between. */
const stepNames: Readonly<Record<string, string>> = {
  submitted: '申请',
  accepted: '受理',
  'first-review': '初审',
  'second-review': '复核',
  'expert-review': '专家评审',
  'site-assessment': '现场评估',
  'public-notice': '公示',
  payment: '拨付',
  closed: '办结',
  supplement: '补正',
  declined: '不予受理',
  rejected: '不予通过',
  withdrawn: '撤回',
};
