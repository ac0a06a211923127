import { areaList } from '@vant/area-data';

/** 「安徽省 合肥市 蜀山区」; the code itself where the list does not have it. */
export function divisionName(code: string): string {
  const lists: readonly Readonly<Record<string, string>>[] = [
    areaList.province_list,
    areaList.city_list,
    areaList.county_list,
  ];
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const names = codes.flatMap((one, level) => lists[level]?.[one] ?? []);
  return names.length === 0 ? code : [...new Set(names)].join(' ');
}
