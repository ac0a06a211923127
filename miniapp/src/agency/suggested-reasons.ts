/** Reasons that are often given, to be put in with one press and changed. */
import type { Material, Question } from '@yiban/shared-types/catalogue';

export function reasonsForMaterial({ name, anyOf }: Material): readonly string[] {
  const signed = anyOf.some(({ signed: isSigned, kind }) => isSigned === true || kind === 'commitment');
  return [
    '照片看不清，请在亮处平放着重拍。',
    '缺页，请把每一页都拍上。',
    `这不是「${name}」，请换成对的材料再拍。`,
    '上面的姓名和申请人不一致，请核对后重新提供。',
    '没有盖章，请到出具的单位补盖后重拍。',
    ...(signed ? ['签名看不清或不是本人签的，请本人重新签名。'] : []),
  ];
}

export function reasonsForQuestion({ term }: Question): readonly string[] {
  return [`「${term}」和材料上写的不一样，请核对后改正。`, `「${term}」没有填完整，请补全。`];
}

export const reasonsFor = {
  decline: [
    '这件事不归本机构办理，请向参保地医保经办机构申请。',
    '不符合这个事项的申请条件：',
    '同样的申请正在办理，不用重复提交。',
  ],
  reject: ['经审核，不符合待遇条件：', '费用已由医院直接结算，不能再报销一次。', '票据经查验不真实：'],
  'send-back': ['核定金额需要复查：', '核减的理由写得不够清楚，请补充。', '收款账户和申请人不一致，请核对。'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const reasonsForGrant = [
  '委托书上没有委托人签名或手印。',
  '委托书没有写明委托的事项和期限。',
  '证件照片看不清，请重拍。',
  '委托书上的姓名和证件不一致。',
  '看不出两个人的关系，请补户口簿或出生医学证明。',
] as const;

export const cutReasons = ['目录外的费用', '超过支付标准', '与本次无关的费用', '应由其他渠道支付'] as const;
