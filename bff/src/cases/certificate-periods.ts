/** Payment years as the periods of a 参保凭证. Pure. */
import type { EnrolmentSnapshot } from '../documents/document-snapshot.js';
import { divisionName } from '../people/division-names.js';
import { insuranceNameOf } from '../people/enrolment-words.js';
import type { Enrolment, PaymentYear } from '../gateways/insurance-platform/platform-records.js';

type Period = EnrolmentSnapshot['enrolment']['periods'][number];

/**
 * Years that follow one another under the same insurance become one period. The platform tells how many months of a
 * year were paid, not which: a period begins with the enrolment where that falls into its first year.
 */
export function certificatePeriods(years: readonly PaymentYear[], enrolments: readonly Enrolment[]): readonly Period[] {
  const paid = years
    .filter(({ months }) => months > 0)
    .toSorted((a, b) => a.insutype.localeCompare(b.insutype) || a.year.localeCompare(b.year));
  const periods: Period[] = [];
  let before: PaymentYear | undefined;
  for (const year of paid) {
    const until = `${year.year}-${String(year.months).padStart(2, '0')}`;
    const last = periods.at(-1);
    if (last !== undefined && before !== undefined && follows(before, year)) {
      periods[periods.length - 1] = { ...last, until, months: last.months + year.months };
    } else {
      const enrolment = enrolments.find(({ insutype }) => insutype === year.insutype);
      const since = enrolment?.since?.startsWith(year.year) === true ? enrolment.since.slice(0, 7) : `${year.year}-01`;
      periods.push({
        from: since,
        until: until < since ? since : until,
        months: year.months,
        insurance: insuranceNameOf(year.insutype),
        place: enrolment === undefined ? '' : divisionName(enrolment.division),
      });
    }
    before = year;
  }
  return periods;
}

function follows(before: PaymentYear, year: PaymentYear): boolean {
  return before.insutype === year.insutype && before.months === 12 && Number(year.year) === Number(before.year) + 1;
}
