/** 参保凭证: that a person is insured, where, since when and for how many months; a third party can check it. */
import type { DocumentContent, Row } from '../document-content.js';
import type { EnrolmentSnapshot } from '../document-snapshot.js';
import { shownDate, shownInstant, shownMoney, shownMonth } from '../shown-values.js';
import { sealedPaper } from './case-parts.js';

export function enrolmentCertificate(facts: EnrolmentSnapshot): DocumentContent {
  const { periods, asOf } = facts.enrolment;
  const months = periods.reduce((sum, period) => sum + period.months, 0);
  const content = sealedPaper('enrolment-certificate', facts, [
    {
      kind: 'paragraph',
      text: `兹证明以下人员在${facts.regionName}参加基本医疗保险，情况如下。数据取自国家医疗保障信息平台，截至${shownInstant(asOf)}。`,
      indent: true,
    },
    { kind: 'rows', rows: personRows(facts) },
    { kind: 'heading', text: '参保缴费记录' },
    {
      kind: 'table',
      table: {
        columns: [
          { title: '序号', weight: 9, align: 'center' },
          { title: '起止年月', weight: 32, align: 'left' },
          { title: '月数', weight: 10, align: 'center' },
          { title: '险种', weight: 25, align: 'left' },
          { title: '参保地', weight: 24, align: 'left' },
        ],
        rows: periods.map((period, index) => [
          String(index + 1),
          `${shownMonth(period.from)} — ${shownMonth(period.until)}`,
          String(period.months),
          period.insurance,
          period.place,
        ]),
      },
    },
    { kind: 'paragraph', text: `以上共 ${periods.length} 段，合计 ${months} 个月。`, indent: false },
    {
      kind: 'note',
      title: '怎样核对这份凭证',
      paragraphs: [
        '用手机扫描右上角的二维码，或在“医保易办”的“查验文书”里输入核验码，看到的姓名、日期与本凭证一致即为真实有效。',
        `也可以致电 ${facts.agency.phone} 核对。`,
      ],
    },
  ]);
  return { ...content, title: '基本医疗保险参保凭证' };
}

function personRows(facts: EnrolmentSnapshot): readonly Row[] {
  const { certificateNo, insurance, status, since, employer, balance } = facts.enrolment;
  return [
    { term: '凭证号码', shown: certificateNo },
    { term: '姓名', shown: facts.applicant.name },
    { term: '证件号码', shown: facts.applicant.idNo },
    { term: '险种', shown: insurance },
    { term: '参保状态', shown: status },
    { term: '参保地', shown: facts.regionName },
    ...(since === null ? [] : [{ term: '参保日期', shown: shownDate(since) }]),
    ...(employer === null ? [] : [{ term: '参保单位', shown: employer }]),
    ...(balance === null ? [] : [{ term: '个人账户余额', shown: shownMoney(balance) }]),
  ];
}
