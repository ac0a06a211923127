import { Injectable } from '@nestjs/common';
import type { CaseView, TableFileAnswer, TableRows } from '@yiban/shared-types/cases';
import { z } from 'zod';
import type { QuestionFile } from '../../catalogue/question-file.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import type { RegionItem } from '../../catalogue/layering.js';
import { mostTableRows } from '../../catalogue/form-schema.js';
import { shownColumn } from '../../catalogue/item-page.js';
import { Clock, shanghaiDate } from '../../clock.js';
import { Database } from '../../database/database.js';
import type { CitizenCaller, OfficerCaller } from '../../http/caller.js';
import { problem } from '../../problems/problem.js';
import { TablesService } from '../../tables/tables.service.js';
import { UploadsService } from '../../uploads/uploads.service.js';
import { CaseAccess } from '../case-access.service.js';
import { CaseContent } from '../case-content.js';
import { CaseEditing } from '../case-editing.js';
import { CaseViews } from '../case-view.js';
import { Case } from '../case.entity.js';
import { OfficeAccess } from '../office/office-access.js';
import { choicesOf, rowsOfSheet, tableFileAnswer, tableRow, totalsOf } from '../table-rows.js';

export interface WrittenTable {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Answers to questions of kind `table` that come as a file, and their rows for those who may see the case. */
@Injectable()
export class CaseTablesService {
  constructor(
    private readonly database: Database,
    private readonly access: CaseAccess,
    private readonly office: OfficeAccess,
    private readonly editing: CaseEditing,
    private readonly catalogue: CatalogueService,
    private readonly tables: TablesService,
    private readonly uploads: UploadsService,
    private readonly content: CaseContent,
    private readonly views: CaseViews,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads an uploaded .xlsx as the answer. Throws `table-rows-invalid` with every fault of every row and leaves the
   * answer as it was, or says why the file is no table.
   */
  async attach(
    caller: CitizenCaller,
    caseId: string,
    questionId: string,
    { version, upload }: { readonly version: number; readonly upload: string },
  ): Promise<CaseView> {
    const row = await this.editing.editable(caller, caseId);
    const question = tableIn(this.catalogue.rulesOf(row).item, questionId);
    const sheet = await this.tables.read(await this.uploads.table(caller.personId, upload));
    if (sheet.failure !== null) throw problem(sheet.failure);
    const { rows, faults } = rowsOfSheet(question, sheet.rows, shanghaiDate(this.clock.now()));
    const most = question.mostRows ?? mostTableRows;
    if (rows.length > most) throw problem('table-too-many-rows');
    if (faults.length > 0) throw problem('table-rows-invalid', { detail: howMany(faults), errors: faults });
    const answer: TableFileAnswer = {
      file: upload,
      rows: rows.length,
      totals: totalsOf(question, rows),
      choices: choicesOf(question, rows),
    };
    const form = { ...this.content.form(row), [questionId]: { ...answer } };
    await this.database.transaction(async (tx) => {
      await this.editing.answered(tx, caller, row, version, form);
      await this.uploads.attach(tx, caseId, caller.personId, [upload]);
      await this.tables.keep(tx, caseId, questionId, rows);
    });
    return this.views.view(
      this.database.read,
      await this.database.read.findOneByOrFail(Case, { id: caseId }),
      caller.personId,
    );
  }

  async rows({ personId }: CitizenCaller, caseId: string, question: string, page: Page): Promise<TableRows> {
    return this.#rows(await this.access.seen(personId, caseId), question, page);
  }

  async officeRows(officer: OfficerCaller, caseId: string, question: string, page: Page): Promise<TableRows> {
    return this.#rows(await this.office.visible(this.database.read, officer, caseId, 'table.read'), question, page);
  }

  async workbook({ personId }: CitizenCaller, caseId: string, question: string): Promise<WrittenTable> {
    return this.#workbook(await this.access.seen(personId, caseId), question);
  }

  async officeWorkbook(officer: OfficerCaller, caseId: string, question: string): Promise<WrittenTable> {
    return this.#workbook(await this.office.visible(this.database.read, officer, caseId, 'table.export'), question);
  }

  /** An empty table with the headings of the question. Throws `unknown-question`. */
  async template(region: string, item: string, questionId: string): Promise<WrittenTable> {
    const { term, columns = [], mostRows = mostTableRows } = tableIn(this.catalogue.item(region, item), questionId);
    return { name: `${term}模板`, bytes: await this.tables.template(term, columns.map(shownColumn), mostRows) };
  }

  async #workbook(row: Case, questionId: string): Promise<WrittenTable> {
    const { term, columns = [] } = tableIn(this.catalogue.rulesOf(row).item, questionId);
    const { rows } = await this.#rows(row, questionId, { from: 0, limit: mostTableRows });
    return {
      name: `${term}${row.number ?? ''}`,
      bytes: await this.tables.workbook(term, columns.map(shownColumn), rows),
    };
  }

  async #rows(row: Case, questionId: string, { from, limit }: Page): Promise<TableRows> {
    const { columns = [] } = tableIn(this.catalogue.rulesOf(row).item, questionId);
    const answer = this.content.form(row)[questionId] ?? null;
    const file = tableFileAnswer.safeParse(answer).data;
    const typed = z.array(tableRow).safeParse(answer).data ?? [];
    return {
      columns: columns.map(shownColumn),
      total: file?.rows ?? typed.length,
      from,
      rows:
        file === undefined
          ? typed.slice(from, from + limit)
          : await this.tables.some(this.database.read, row.id, questionId, from, limit),
    };
  }
}

function tableIn({ questions }: RegionItem, id: string): QuestionFile {
  const question = questions.find((one) => one.id === id && one.kind === 'table');
  if (question === undefined) throw problem('unknown-question');
  return question;
}

export interface Page {
  /** Counted from 0. */
  readonly from: number;
  readonly limit: number;
}

function howMany(faults: readonly { readonly row?: number }[]): string {
  const rows = new Set(faults.flatMap(({ row }) => row ?? [])).size;
  return `表格里有 ${rows} 行要改，一共 ${faults.length} 处，都列在下面。改好后再选一次这个文件。`;
}
