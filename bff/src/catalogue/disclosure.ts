/** The eleven elements of public disclosure (004: 公开内容) as sentences, from an item and its region. Pure. */
import type { DisclosureElement } from '@yiban/shared-types/catalogue';
import type { RegionFile, TimeLimitFile } from './catalogue-file.js';
import type { RegionItem } from './layering.js';

export function disclosure(region: RegionFile, item: RegionItem): Readonly<Record<DisclosureElement, string>> {
  return {
    事项名称: item.name,
    事项简述: item.description,
    办理材料: materialsInWords(item),
    办理方式: item.channels.join('\n'),
    办理时限: limitsInWords(item),
    结果送达: region.delivery,
    收费依据及标准: region.fees,
    办事时间: hoursInWords(region),
    办理机构及地点: placesInWords(region, item),
    咨询查询途径: `拨打咨询电话 ${region.phone}，在手机上「我的办件」里查看，或到窗口询问。`,
    监督投诉渠道: `拨打投诉电话 ${region.complaintPhone}，或到窗口反映；办结后还可以评价。`,
  };
}

function hoursInWords({ hours, offices = [] }: RegionFile): string {
  if (offices.length === 0) return hours;
  return offices.map((office) => `${office.name}：${office.hours}`).join('\n');
}

function placesInWords({ agency, address, offices = [] }: RegionFile, item: RegionItem): string {
  const who = item.agency ?? agency;
  if (offices.length === 0) return `${who}。${address}。`;
  return [`${who}。`, ...offices.map((one) => `${one.name}：${one.address}，电话 ${one.phone}`)].join('\n');
}

export function materialsInWords({ materials }: RegionItem): string {
  if (materials.length === 0) return '不用交材料。';
  return materials
    .map(({ name, required, anyOf }, i) => {
      const ways = anyOf.length > 1 ? `（${anyOf.map((one) => one.name).join('，或')}）` : '';
      const when = typeof required === 'object' ? `，${required.when}才要` : required ? '' : '，没有可以不交';
      return `${i + 1}. ${name}${ways}${when}`;
    })
    .join('\n');
}

export function limitsInWords({ timeLimit, statutoryLimit }: RegionItem): string {
  const own = timeLimit === null ? '本地没有另外规定' : limitInWords(timeLimit);
  return statutoryLimit === null ? `${own}。` : `${own}。法律规定最长：${limitInWords(statutoryLimit)}。`;
}

/** 「20 个工作日」, 「即时办结」, 「在职职工：5 个工作日；灵活就业人员：即时办结」 */
export function limitInWords(limit: NonNullable<TimeLimitFile>): string {
  if ('cases' in limit) return limit.cases.map((one) => `${one.when}：${limitInWords(plain(one))}`).join('；');
  return 'immediate' in limit ? '即时办结' : `${limit.workingDays} 个工作日`;
}

type LimitCase = Extract<NonNullable<TimeLimitFile>, { cases: unknown }>['cases'][number];

function plain(one: LimitCase): NonNullable<TimeLimitFile> {
  return 'immediate' in one ? { immediate: one.immediate } : { workingDays: one.workingDays };
}
