/** Where a fact of an item page comes from, for those who want to check. */
import type { DisclosureElement, ItemPage, SourceReference } from '@yiban/shared-types/catalogue';

/** The fields of the page that bear out each element of public disclosure. */
const FIELDS: Readonly<Record<DisclosureElement, readonly string[]>> = {
  事项名称: ['name'],
  事项简述: ['eligibility', 'description'],
  办理材料: ['materials'],
  办理方式: ['channels'],
  办理时限: ['timeLimit', 'statutoryLimit'],
  结果送达: ['region.delivery', 'delivery'],
  收费依据及标准: ['region.fees', 'fees'],
  办事时间: ['region.hours', 'hours'],
  办理机构及地点: ['region.agency', 'agency', 'region.address', 'region.offices'],
  咨询查询途径: ['region.phone', 'phone'],
  监督投诉渠道: ['region.complaintPhone', 'complaintPhone'],
};

export function sourceWords(page: ItemPage, element: DisclosureElement): string {
  const references = page.sources.filter(({ field }) => FIELDS[element].includes(field));
  return [...new Set(references.map(referenceWords))].join('；');
}

function referenceWords({ document, row }: SourceReference): string {
  if (document === 'product') return '本系统整理';
  if (document === 'statute' || document === 'agency') return row;
  // Seeds are named 「001_b5c569f163b4b3c8.txt」; their number tells them apart.
  return `公开清单 ${document.slice(0, 3)} 第 ${row} 条`;
}
