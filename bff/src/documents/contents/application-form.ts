/** 申请表: what the applicant entered, signed. */
import { documentNames, type Block, type DocumentContent } from '../document-content.js';
import type { FormSnapshot } from '../document-snapshot.js';
import { applicantRows, materialsTable, signaturesOf } from './case-parts.js';

export function applicationForm(facts: FormSnapshot): DocumentContent {
  return {
    kind: 'application-form',
    title: facts.formName ?? `${facts.item.name}${documentNames['application-form']}`,
    agency: null,
    number: facts.caseNumber,
    issuedAt: facts.issuedAt,
    blocks: [...formBlocks(facts), declaration(facts)],
    signatures: signaturesOf(facts, facts.signatures),
    seal: null,
    verification: facts.verification,
  };
}

/** Who applies, what was answered, what was handed in. */
export function formBlocks(facts: FormSnapshot): readonly Block[] {
  return [
    { kind: 'heading', text: '申请人' },
    { kind: 'rows', rows: applicantRows(facts) },
    { kind: 'heading', text: '申请内容' },
    { kind: 'rows', rows: facts.form },
    ...(facts.materials.length === 0
      ? []
      : [{ kind: 'heading' as const, text: '所附材料' }, materialsTable(facts.materials)]),
  ];
}

function declaration(facts: FormSnapshot): Block {
  const who = facts.proxy === null ? '本人' : '本人（及代办人）';
  return {
    kind: 'paragraph',
    text: `${who}已逐项看过以上内容，确认真实、完整，同意经办机构为办理本事项进行核对；如有不实，愿意承担相应责任。`,
    indent: true,
  };
}
