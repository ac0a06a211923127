/** 备案表: the application form of a remote-care registration, with the registration itself once it stands. */
import { documentNames, type Block, type DocumentContent } from '../document-content.js';
import type { RegistrationSnapshot } from '../document-snapshot.js';
import { shownDate, shownDay, shownInstant } from '../shown-values.js';
import { formBlocks } from './application-form.js';
import { signaturesOf } from './case-parts.js';

export function registrationForm(facts: RegistrationSnapshot): DocumentContent {
  return {
    kind: 'registration-form',
    // 「异地安置退休人员备案」 + 「表」
    title: facts.item.name.endsWith('备案') ? `${facts.item.name}表` : documentNames['registration-form'],
    agency: null,
    number: facts.caseNumber,
    issuedAt: facts.issuedAt,
    blocks: [...formBlocks(facts), ...outcome(facts), { kind: 'note', title: '备案人须知', paragraphs: duties }],
    signatures: signaturesOf(facts, facts.signatures),
    // A form that is only filled in is not the agency's yet.
    seal:
      facts.registration === null ? null : { agency: facts.agency.name, date: shownDay(facts.registration.decidedAt) },
    verification: facts.verification,
  };
}

/** 医保发〔2022〕22号: which place's rules decide what, and that care must be settled by credential or card. */
const duties = [
  '1. 在备案地的联网定点医疗机构看病，请出示医保电子凭证或社会保障卡，费用当场结算。',
  '2. 跨省看病时，能报哪些药品和项目按就医地的目录，起付线、报销比例和封顶线按参保地的政策。',
  '3. 居住地、联系电话有变化，或者回参保地居住的，请及时变更或取消备案。',
];

function outcome({ registration }: RegistrationSnapshot): readonly Block[] {
  if (registration === null) return [];
  return [
    { kind: 'heading', text: '备案结果' },
    {
      kind: 'rows',
      rows: [
        { term: '备案编号', shown: registration.number },
        { term: '办结时间', shown: shownInstant(registration.decidedAt) },
        { term: '生效日期', shown: shownDate(registration.from) },
        { term: '有效期至', shown: registration.until === null ? '长期有效' : shownDate(registration.until) },
      ],
    },
  ];
}
