import { checkedIdNumber } from './check-characters.ts';

/** Every third is still at work, so that what only the retired may have goes to an officer. */
const isAtWork = (index: number): boolean => index % 3 === 2;

/**
 * People in numbers, for tests with many at once: `crowd-1`, `crowd-2`, …, all insured in Lanzhou. Nobody exists: area
 * codes of a whole city were never issued to a person.
 */
export function crowd(count: number): object[] {
  return Array.from({ length: count }, (_, index) => {
    const year = isAtWork(index) ? 1985 : 1955;
    const birthday = new Date(Date.UTC(year, 0, 1 + (index % 365))).toISOString().slice(0, 10);
    const ordinal = String(800 + Math.floor(index / 365)).padStart(3, '0');
    return {
      key: `crowd-${index + 1}`,
      name: `众某${chinese(index)}`,
      idType: '01',
      idNo: checkedIdNumber(`620100${birthday.replaceAll('-', '')}${ordinal}`),
      gender: Number(ordinal) % 2 === 0 ? 'female' : 'male',
      birthday,
      phone: `198${String(index).padStart(8, '0')}`,
      region: '620000',
      psnNo: `6201029${String(index).padStart(23, '0')}`,
      note: '压力测试用的人',
      enrolments: [
        {
          insutype: '310',
          psnType: isAtWork(index) ? '1101' : '1201',
          status: '1',
          since: '2008-07-01',
          division: '620102',
        },
      ],
    };
  });
}

const digits = '零一二三四五六七八九';
const chinese = (number: number): string => [...String(number)].map((digit) => digits.charAt(Number(digit))).join('');
