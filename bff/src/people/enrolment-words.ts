/** How people call what the insurance platform codes. Pure. */

export const insuranceNames = {
  employee: '职工基本医疗保险',
  resident: '城乡居民基本医疗保险',
  maternity: '生育保险',
  other: '其他医疗保险',
} as const;
export const statusNames = {
  active: '正常参保',
  paused: '暂停参保',
  ended: '已终止',
  invalid: '无效',
  none: '未参保',
  unknown: '状态待核实',
} as const;
export const categoryNames = {
  working: '在职职工',
  flexible: '灵活就业人员',
  retired: '退休人员',
  child: '未成年人',
  student: '学生',
  adult: '成年居民',
  senior: '老年居民',
  other: '其他',
} as const;

/** rloc_coty_type → how people call it. */
export const registrationNames: Readonly<Record<string, string>> = {
  '1': '异地安置退休人员',
  '2': '异地长期居住人员',
  '3': '常驻异地工作人员',
  '4': '异地转诊',
};

/** insutype as the platform sends it: 310, 390, 510. */
export function insuranceNameOf(insutype: string): string {
  const byCode: Readonly<Record<string, string>> = {
    '310': insuranceNames.employee,
    '390': insuranceNames.resident,
    '510': insuranceNames.maternity,
  };
  return byCode[insutype] ?? insuranceNames.other;
}

export const platformName = '国家医保信息平台';

export const paymentStatusNames = { paid: '已缴费', partly: '缴了一部分', unpaid: '没有缴费' } as const;
