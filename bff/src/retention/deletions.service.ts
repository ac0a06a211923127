import { Injectable } from '@nestjs/common';
import type { DeletionPage, DeletionProof } from '@yiban/shared-types/retention';
import { LessThan } from 'typeorm';
import { z } from 'zod';
import { AuditTrail } from '../audit/audit-trail.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database } from '../database/database.js';
import type { OfficerCaller } from '../http/caller.js';
import { headingCell, textCell } from '../tables/sheet-cells.js';
import { workbookOf } from '../tables/workbook-of.js';
import { CaseDeletion } from './case-deletion.entity.js';

interface Question {
  readonly cursor?: string;
  readonly number?: string;
  readonly limit: number;
}

const counts = z.record(z.string(), z.number());
/** Lines of a workbook at most: what a spreadsheet takes. */
const mostLines = 1_000_000;

/** Proofs of deletion as people read and carry them off; both stand in the audit trail. */
@Injectable()
export class DeletionProofs {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly audit: AuditTrail,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Of the officer's region, the last first. */
  async page(officer: OfficerCaller, { cursor, number, limit }: Question): Promise<DeletionPage> {
    await this.audit.recordOfficer(officer, { deed: 'deletions.read' });
    const numberIndex = number === undefined ? undefined : this.vault.index('case-number', number.trim());
    const rows = await this.database.read.find(CaseDeletion, {
      where: {
        region: officer.region,
        ...(cursor === undefined ? {} : { id: LessThan(cursor) }),
        ...(numberIndex === undefined ? {} : { numberIndex }),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => this.#shown(row, numberIndex)),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async workbook(officer: OfficerCaller): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    await this.audit.recordOfficer(officer, { deed: 'deletions.export' });
    const { region } = officer;
    const rows = await this.database.read.find(CaseDeletion, {
      where: { region },
      order: { id: 'ASC' },
      take: mostLines,
    });
    const lines = rows.map((row) => [...this.#line(row)].map(textCell));
    const bytes = await workbookOf([
      { sheet: '删除记录', data: [columns.map(headingCell), ...lines], columns: columns.map(() => ({ width: 24 })) },
    ]);
    return { name: `办件删除记录 ${this.catalogue.region(region).name} ${shanghaiDate(this.clock.now())}`, bytes };
  }

  #line(row: CaseDeletion): readonly string[] {
    const { itemName, outcome, endedOn, ruleName, rule, years, source, deletedAt, digest } = this.#shown(row);
    const gone = [itemName, outcome, endedOn, `${ruleName}（${rule}）`, String(years), source, deletedAt, row.counts];
    return [...gone, digest, row.numberIndex, row.caseId, row.id];
  }

  #shown(row: CaseDeletion, asked?: string): DeletionProof {
    const { id, region, item, outcome, endedOn, rule, ruleName, term, source, deletedAt, digest, filesGoneAt } = row;
    const named = this.catalogue.items(region).find((one) => one.id === item);
    return {
      id,
      asked: row.numberIndex === asked,
      itemName: named?.name ?? item,
      outcome: outcomes[outcome] ?? outcome,
      endedOn,
      rule,
      ruleName,
      years: Number(term),
      source: source.replace(/^statute:/, '').replace(/^product$/, '本系统设定'),
      deletedAt,
      counts: counts.parse(JSON.parse(row.counts)),
      digest,
      filesGoneAt,
    };
  }
}

const outcomes: Readonly<Record<string, string>> = {
  granted: '办成',
  declined: '不予受理',
  rejected: '不予通过',
  withdrawn: '申请人撤回',
};

const columns = [
  '事项',
  '结果',
  '结束日期',
  '依据的规则',
  '保存年数',
  '规则的出处',
  '删除时间（UTC）',
  '删除的记录数',
  '内容摘要（SHA-256）',
  '办件编号的密钥摘要',
  '办件内部号',
  '删除记录号',
];
