import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOff, readNotice } from './read-notice.js';
import { calendarWith, officialCalendar } from './work-calendar.js';

/** After the notice for 2026 (国办发明电〔2025〕7号): its dates, in the words every such notice has. */
const notice2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

test('a notice of another year, a wrong length and a missing holiday are each told in words', () => {
  const { faults } = readNotice(notice2026, 2027);
  assert.ok(faults.some((one) => one.includes('元旦：2027-01-01 是周五，通知里写的是周四')));
  const short = readNotice('元旦：1月1日（周四）至3日（周六）放假调休，共4天。1月5日（周一）上班。', 2026).faults;
  assert.ok(short.includes('元旦：数出来 3 天，通知里写共 4 天。'));
  assert.ok(short.includes('元旦：2026-01-05 不是周末，不会是补班日。'));
  assert.ok(short.some((one) => one.startsWith('没有读到春节')));
  assert.deepEqual(readNotice('请各单位妥善安排值班。', 2026).holidays, []);
});

test('every day of 2026 as read from the notice is the day that the library has', () => {
  const { holidays, faults } = readNotice(notice2026, 2026);
  assert.deepEqual(faults, []);
  assert.equal(holidays.length, 7);
  const read = calendarWith([
    { year: 2026, holidays: daysOff(holidays), workdays: holidays.flatMap(({ workdays }) => workdays) },
  ]);
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    assert.equal(read.isWorkday(date), officialCalendar.isWorkday(date), date);
  }
});

test('a year is provisional until its notice is in', () => {
  assert.equal(officialCalendar.isPublished(2027), false);
  assert.equal(officialCalendar.isWorkday('2027-01-01'), false, 'New Year’s Day is off by law, notice or not');
  assert.equal(officialCalendar.isWorkday('2027-01-04'), true);
  const imported = calendarWith([{ year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-02'] }]);
  assert.deepEqual(
    [imported.isPublished(2027), imported.isWorkday('2027-01-01'), imported.isWorkday('2027-01-02')],
    [true, false, true],
  );
});
