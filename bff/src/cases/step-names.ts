/** How a passing is called on papers and in a person’s own copy of their data: 申请 受理 审核 拨付 办结 and what lies between. */
export const stepNames: Readonly<Record<string, string>> = {
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
