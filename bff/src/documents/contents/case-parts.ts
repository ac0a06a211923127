/** Parts that several papers about a case share. */
import { maskIdNumber } from '../../people/masking.js';
import {
  documentNames,
  type Block,
  type DocumentContent,
  type DocumentKind,
  type Row,
  type Signature,
} from '../document-content.js';
import type { CaseSnapshot, MaterialSnapshot, PaperSnapshot, SignatureSnapshot } from '../document-snapshot.js';
import { shownDay, shownInstant } from '../shown-values.js';

/** The frame of a paper that the agency issues under its seal, dated the day of issue. */
export function sealedPaper(kind: DocumentKind, facts: CaseSnapshot, blocks: readonly Block[]): DocumentContent {
  return {
    kind,
    title: documentNames[kind],
    agency: facts.agency.name,
    number: facts.caseNumber,
    issuedAt: facts.issuedAt,
    blocks,
    signatures: [],
    seal: { agency: facts.agency.name, date: shownDay(facts.issuedAt) },
    verification: facts.verification,
  };
}

/** 「张秀英：」, addressed to the applicant, with the helper named beside. */
export function salutation(facts: CaseSnapshot): Block {
  const proxy = facts.proxy === null ? '' : `（代办人：${facts.proxy.name}）`;
  return { kind: 'paragraph', text: `${facts.applicant.name}${proxy}：`, indent: false };
}

/** What the case is and whose; ID numbers masked, as on every paper that may lie about. */
export function caseRows(facts: CaseSnapshot): readonly Row[] {
  return [
    { term: '办理事项', shown: facts.item.name },
    ...(facts.item.code === null ? [] : [{ term: '事项编码', shown: facts.item.code }]),
    { term: '申请人', shown: facts.applicant.name },
    { term: '证件号码', shown: maskIdNumber(facts.applicant.idNo) },
    ...proxyRows(facts, maskIdNumber),
    ...(facts.submittedAt === null ? [] : [{ term: '申请时间', shown: shownInstant(facts.submittedAt) }]),
  ];
}

/** Who applies, as the agency's file needs it: numbers in full. */
export function applicantRows(facts: CaseSnapshot): readonly Row[] {
  return [
    { term: '姓名', shown: facts.applicant.name },
    { term: '证件号码', shown: facts.applicant.idNo },
    { term: '参保地', shown: facts.regionName },
    { term: '联系电话', shown: facts.applicant.phone ?? '未留' },
    ...proxyRows(facts, (idNo) => idNo),
  ];
}

function proxyRows({ proxy }: CaseSnapshot, shownIdNo: (idNo: string) => string): readonly Row[] {
  if (proxy === null) return [];
  return [
    { term: '代办人', shown: proxy.relation === null ? proxy.name : `${proxy.name}（${proxy.relation}）` },
    { term: '代办人证件', shown: shownIdNo(proxy.idNo) },
  ];
}

export function materialsTable(materials: readonly MaterialSnapshot[]): Block {
  return {
    kind: 'table',
    table: {
      columns: [
        { title: '序号', weight: 9, align: 'center' },
        { title: '材料名称', weight: 51, align: 'left' },
        { title: '提供方式', weight: 28, align: 'left' },
        { title: '页数', weight: 12, align: 'center' },
      ],
      rows: materials.map(({ name, shown, pages }, index) => [
        String(index + 1),
        name,
        shown,
        pages === null ? '—' : String(pages),
      ]),
    },
  };
}

/** Handwriting of applicant and helper, or a line to sign on where nobody has signed yet. */
export function signaturesOf(facts: CaseSnapshot, signatures: readonly SignatureSnapshot[]): readonly Signature[] {
  if (signatures.length === 0) {
    return [{ label: '申请人（签名）', name: facts.applicant.name, image: null, date: null }];
  }
  return signatures.map(({ role, name, image, signedAt }) => ({
    label: role === 'applicant' ? '申请人（签名）' : '代办人（签名）',
    name,
    image,
    date: signedAt === null ? null : shownInstant(signedAt),
  }));
}

/** How to reach the agency: a window and a telephone always stand beside the phone (无障碍环境建设法 第三十九条). */
export function contactNote({ agency }: PaperSnapshot): Block {
  return {
    kind: 'note',
    title: '有不明白的，这样找我们',
    paragraphs: [
      `电话：${agency.phone}　　监督投诉：${agency.complaintPhone}`,
      `窗口：${agency.address}（${agency.hours}）`,
    ],
  };
}
