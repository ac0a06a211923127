/**
 * Administrative divisions (GB/T 2260) from @vant/area-data. 30 KB: import it from sub-packages only, so that it does
 * not come along with the first screen.
 */
import { areaList } from '@vant/area-data';

export interface Division {
  /** Six digits: province xx0000, city xxyy00, county xxyyzz. */
  readonly code: string;
  readonly name: string;
}

export function provinces(): Division[] {
  return listed(areaList.province_list, '');
}

export function citiesOf(province: Division): Division[] {
  return listed(areaList.city_list, province.code.slice(0, 2));
}

export function countiesOf(city: Division): Division[] {
  return listed(areaList.county_list, city.code.slice(0, 4));
}

/** From the province down to the division itself; empty for a code that is not on the list. */
export function divisionPath(code: string): Division[] {
  const province = divisionOf(areaList.province_list, `${code.slice(0, 2)}0000`);
  const city = divisionOf(areaList.city_list, `${code.slice(0, 4)}00`);
  const county = divisionOf(areaList.county_list, code);
  if (county && city && province) return [province, city, county];
  if (city && province && city.code === code) return [province, city];
  return province && province.code === code ? [province] : [];
}

function listed(list: Record<string, string>, prefix: string): Division[] {
  return Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }));
}

function divisionOf(list: Record<string, string>, code: string): Division | undefined {
  const name = list[code];
  return name === undefined ? undefined : { code, name };
}
