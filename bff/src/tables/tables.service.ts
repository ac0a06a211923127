import { Injectable } from '@nestjs/common';
import type { TableColumn } from '@yiban/shared-types/catalogue';
import type { TableRow } from '@yiban/shared-types/cases';
import { Between, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import { CaseTable } from './case-table.entity.js';
import { TableReader } from './table-reader.js';
import type { Sheet } from './table-sheet.js';
import { rowsWorkbook, templateWorkbook } from './workbook.js';

const rowsPerPart = 250;
const rows = z.array(z.record(z.string(), z.union([z.string(), z.number()])));

/** Tables that come and go as .xlsx: read, kept sealed, written. What their rows mean is the caller's to know. */
@Injectable()
export class TablesService {
  constructor(
    private readonly vault: Vault,
    private readonly reader: TableReader,
  ) {}

  /** The cells of a workbook's first sheet, or why it can't be read. */
  async read(bytes: Uint8Array): Promise<Sheet> {
    return this.reader.read(bytes);
  }

  /** Takes the place of what was kept for the question. */
  async keep(tx: EntityManager, caseId: string, question: string, given: readonly TableRow[]): Promise<void> {
    await this.drop(tx, caseId, question);
    for (let part = 0; part * rowsPerPart < given.length; part += 1) {
      const some = given.slice(part * rowsPerPart, (part + 1) * rowsPerPart);
      const sealedRows = this.vault.seal(place(caseId, question, part), JSON.stringify(some));
      await tx.insert(CaseTable, { caseId, question, part, sealedRows });
    }
  }

  /** Rows `from` (counted from 0) up to `limit` of them. */
  async some(
    reader: EntityManager,
    caseId: string,
    question: string,
    from: number,
    limit: number,
  ): Promise<readonly TableRow[]> {
    const first = Math.floor(from / rowsPerPart);
    const last = Math.floor((from + limit - 1) / rowsPerPart);
    const parts = await reader.find(CaseTable, {
      where: { caseId, question, part: Between(first, last) },
      order: { part: 'ASC' },
    });
    const found = parts.flatMap(({ part, sealedRows }) =>
      openJson(this.vault, place(caseId, question, part), sealedRows, rows),
    );
    return found.slice(from - first * rowsPerPart, from - first * rowsPerPart + limit);
  }

  async drop(tx: EntityManager, caseId: string, question?: string): Promise<void> {
    await tx.delete(CaseTable, question === undefined ? { caseId } : { caseId, question });
  }

  async template(title: string, columns: readonly TableColumn[], mostRows: number): Promise<Buffer> {
    return templateWorkbook(title, columns, mostRows);
  }

  async workbook(title: string, columns: readonly TableColumn[], given: readonly TableRow[]): Promise<Buffer> {
    return rowsWorkbook(title, columns, given);
  }
}

const place = (caseId: string, question: string, part: number): string => `case_tables:${caseId}:${question}:${part}`;
