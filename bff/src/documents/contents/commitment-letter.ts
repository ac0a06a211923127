/** 个人承诺书 (告知承诺制, 国办发〔2020〕42号): obligation, content and liability as told and signed. */
import type { DocumentContent } from '../document-content.js';
import type { CommitmentSnapshot } from '../document-snapshot.js';
import { applicantRows, signaturesOf } from './case-parts.js';

export function commitmentLetter(facts: CommitmentSnapshot): DocumentContent {
  return {
    kind: 'commitment-letter',
    title: facts.letter.name,
    agency: null,
    number: facts.caseNumber,
    issuedAt: facts.issuedAt,
    blocks: [
      { kind: 'paragraph', text: `${facts.agency.name}：`, indent: false },
      { kind: 'rows', rows: [...applicantRows(facts), { term: '办理事项', shown: facts.item.name }] },
      ...facts.letter.paragraphs.map((text) => ({ kind: 'paragraph' as const, text, indent: true })),
    ],
    signatures: signaturesOf(facts, facts.signatures),
    seal: null,
    verification: facts.verification,
  };
}
