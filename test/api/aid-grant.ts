/** A grant of medical aid that the agency starts for someone of 340000, who never used the product. */
export const aided = { idType: '01', idNo: '340100196204040540', name: '陶金花' };
export const aid = {
  category: 'low-income',
  grounds: '2026 年 9 月住院，医保报销后个人负担过重。',
  burden: 800_000,
  accountHolder: '陶金花',
  bank: '中国农业银行',
  bankCard: '6228480402564890018',
};
