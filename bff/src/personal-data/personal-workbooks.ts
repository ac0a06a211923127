import { Injectable } from '@nestjs/common';
import type { CaseView } from '@yiban/shared-types/cases';
import type { PersonalData } from '@yiban/shared-types/personal-data';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { stepNames } from '../cases/step-names.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { answersAsRows } from '../documents/answers-as-rows.js';
import type { Row } from '../documents/document-content.js';
import { shownInstant } from '../documents/shown-values.js';
import type { Workbook } from '../http/xlsx-download.js';
import { headingCell, textCell } from '../tables/sheet-cells.js';

const consentNames = {
  'privacy-notice': '个人信息怎么用',
  'sensitive-data': '敏感个人信息',
  'medical-data': '病情和看病的材料',
  'bank-data': '银行账户',
  'identity-papers': '证件照片',
  'others-data': '替别人办时对方的信息',
  'minor-data': '不满十四岁孩子的信息',
} as const;

/** Everything that is kept about a person, as sheets that they can read: 个人信息保护法 art. 45. */
@Injectable()
export class PersonalWorkbooks {
  constructor(private readonly catalogue: CatalogueService) {}

  async of({ exportedAt, person, cases, inbox, grants, units, consents }: PersonalData): Promise<Workbook> {
    const bytes = await writeExcelFile([
      sheet(
        '我的资料',
        ['项目', '内容'],
        [
          ['姓名', person.name],
          ['证件号码', person.idNo],
          ['性别', person.gender === '1' ? '男' : person.gender === '2' ? '女' : ''],
          ['出生日期', person.birthday ?? ''],
          ['人员编号', person.psnNo ?? ''],
          ['手机号码', person.phone ?? ''],
          ['参保地行政区划', person.division],
          ['这份资料的时间', shownInstant(exportedAt)],
        ],
      ),
      sheet('办件', ['编号', '事项', '为谁办', '开始', '提交', '现在'], cases.map(caseLine)),
      sheet(
        '填写的内容',
        ['编号', '事项', '问题', '回答'],
        cases.flatMap((one) => this.#answers(one)),
      ),
      sheet('办理经过', ['编号', '时间', '到了哪一步', '谁', '说明'], cases.flatMap(passings)),
      sheet(
        '消息',
        ['时间', '标题', '内容'],
        inbox.map(({ at, title, body }) => [shownInstant(at), title, body]),
      ),
      sheet(
        '委托和代办',
        ['委托人', '代办人', '到哪天', '现在'],
        grants.map(({ principal, proxy, until, said }) => [principal?.name ?? '', proxy.name, until, said]),
      ),
      sheet(
        '我的单位',
        ['单位', '统一社会信用代码'],
        units.map(({ name, creditCode }) => [name, creditCode]),
      ),
      sheet(
        '同意过的',
        ['内容', '版本', '同意的时间', '撤回的时间'],
        consents.map(({ kind, version, givenAt, withdrawnAt }) => [
          consentNames[kind],
          version,
          shownInstant(givenAt),
          withdrawnAt === null ? '' : shownInstant(withdrawnAt),
        ]),
      ),
    ]).toBuffer();
    return { name: '我的医保信息', bytes };
  }

  /** Every answer that was given, whether or not it is asked for still. */
  #answers(view: CaseView): readonly (readonly string[])[] {
    const { questions } = this.catalogue.rulesOf(view).item;
    const rows = answersAsRows(
      questions.map((question) => ({ ...question, when: undefined })),
      view.form,
      {},
    );
    return rows.map((row) => [numberOf(view), view.itemName, row.term, inWords(row)]);
  }
}

function caseLine(view: CaseView): readonly string[] {
  const { itemName, createdAt, submittedAt, next } = view;
  const submitted = submittedAt === null ? '' : shownInstant(submittedAt);
  return [numberOf(view), itemName, view.for.name, shownInstant(createdAt), submitted, next];
}

function passings(view: CaseView): readonly (readonly string[])[] {
  return view.history.map(({ at, to, actor, reason }) => [
    numberOf(view),
    shownInstant(at),
    stepNames[to] ?? '',
    actor,
    reason ?? '',
  ]);
}

/** Receipts and tables line by line. */
function inWords({ shown, table }: Row): string {
  return [shown, ...(table?.rows ?? []).map((cells) => cells.join('，'))].filter(Boolean).join('；');
}

const numberOf = ({ number }: CaseView): string => number ?? '（没提交）';

function sheet(name: string, headings: readonly string[], rows: readonly (readonly string[])[]) {
  const data: Cell[][] = [headings.map(headingCell), ...rows.map((row) => row.map(textCell))];
  return { sheet: name, data, columns: headings.map(() => ({ width: 24 })) };
}
