/** Expense lists, discharge records and diagnosis certificates. */
import type { ExpenseListReading, MedicalReading, Read } from '@yiban/shared-types/reading';
import { asWritten, field, sureFrom, type PageOfText } from './page-of-text.js';
import { datePattern, readDate, readSum, sumPattern } from './written-values.js';

const date = new RegExp(`^${datePattern.source}`, 'u');
const sum = new RegExp(`^[¥\\s]{0,2}${sumPattern.source}`, 'u');
/** A name ends where the next label begins, if the two were found as one text. */
const personName = /^[\p{Script=Han}·]{2,12}?(?=$|[\s:]|性别|年龄|住院|科室|科别|病历|门诊|床号)/u;
const hospitalName = /[\p{Script=Han}()]{2,40}?(?:医院|卫生院|卫生服务中心|保健院|门诊部|医学院|诊所)(?=$|\s|\()/u;
const toTheEnd = /^.{2,80}$/u;

export function readExpenseList(page: PageOfText): ExpenseListReading {
  const label = /(?:费用合计|总金额|总费用|合计金额|合计|总计)(?:金额)?(?:\(元\))?/u;
  const total = field(page.after(label, sum), readSum);
  return { kind: 'expense-list', name: nameOn(page), hospital: hospitalOn(page), total: addedUp(page, total) };
}

/** The sum of a list that stands on one page is right, however dim its print, when the amounts come to it. */
function addedUp(page: PageOfText, total: Read<number>): Read<number> {
  if (total === null || total.confidence === 'sure') return total;
  const amounts = page.all(new RegExp(`^${sumPattern.source}$`, 'u')).toSorted((a, b) => b.piece.left - a.piece.left);
  const edge = amounts[0]?.piece;
  if (edge === undefined) return total;
  const column = amounts.filter(({ piece }) => Math.abs(piece.left - edge.left) < 60);
  const added = column.reduce((sumSoFar, { span }) => sumSoFar + (readSum(span.text) ?? 0), 0);
  return { value: total.value, confidence: added === total.value ? 'sure' : 'unsure' };
}

export function readMedicalPaper(page: PageOfText): MedicalReading {
  const diagnosis =
    page.after(/出院(?:主要)?诊断(?!证明)/u, toTheEnd) ??
    page.after(/(?:临床|初步|门诊|疾病)?诊断(?:意见|结果|名称)?:/u, toTheEnd) ??
    page.after(/^诊断(?:意见|结果)?$/u, toTheEnd);
  return {
    kind: 'medical',
    name: nameOn(page),
    diagnosis: field(diagnosis, asWritten),
    admittedOn: field(page.after(/入院(?:日期|时间)/u, date), readDate),
    dischargedOn: field(page.after(/出院(?:日期|时间)/u, date), readDate),
    issuedOn: field(page.after(/(?:^|\s)(?:开具|签发|诊断|填写)?日期/u, date), readDate),
    hospital: hospitalOn(page),
  };
}

const nameOn = (page: PageOfText): Read<string> =>
  field(page.after(/(?:患者|病人)?姓名/u, personName) ?? page.after(/^(?:患者|病人)$/u, personName), asWritten);

/** The name at the head of the page. */
function hospitalOn(page: PageOfText): Read<string> {
  const found = page.all(hospitalName).toSorted((a, b) => a.piece.top - b.piece.top)[0];
  if (found === undefined) return null;
  return { value: found.span.text, confidence: found.span.sureness >= sureFrom ? 'sure' : 'unsure' };
}
