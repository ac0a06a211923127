import { Injectable } from '@nestjs/common';
import type { RectificationView } from '@yiban/shared-types/ratings';
import { In, type EntityManager } from 'typeorm';
import { CaseAccess } from '../cases/case-access.service.js';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import { Database, isDuplicate } from '../database/database.js';
import type { CitizenCaller } from '../http/caller.js';
import { problem } from '../problems/problem.js';
import { Rating } from './rating.entity.js';
import { RectificationsService } from './rectifications.service.js';

/** 不满意; this and what is below it opens a rectification. */
const bad = 2;

/** Numbers of one item in a period. */
export interface RatingFigures {
  readonly item: string;
  readonly ratings: number;
  /** 非常满意, 满意 and 基本满意. */
  readonly satisfied: number;
  /** How many of each grade, 1 … 5. */
  readonly grades: Readonly<Record<number, number>>;
  /** Rectifications opened in the period, and what became of those until now. */
  readonly opened: number;
  readonly closed: number;
  readonly closedInTime: number;
}

/** How often an item was given a grade. */
export interface GradeCount {
  readonly item: string;
  readonly grade: number;
  readonly cases: number;
}

export interface GivenRating extends Pick<Rating, 'grade' | 'at'> {
  readonly rectification: RectificationView | null;
}

/** 好差评 (国办发〔2019〕51号): five grades when a case closes, one per case. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly database: Database,
    private readonly access: CaseAccess,
    private readonly rectifications: RectificationsService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async ofCase(reader: EntityManager, caseId: string): Promise<GivenRating | null> {
    const rating = await reader.findOneBy(Rating, { caseId });
    if (rating === null) return null;
    const { grade, at } = rating;
    return { grade, at, rectification: grade > bad ? null : await this.rectifications.ofCase(reader, caseId) };
  }

  /** Grades and comments by case. */
  async given(
    reader: EntityManager,
    caseIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly grade: number; readonly comment: string | null; readonly at: string }>> {
    const rows = caseIds.length === 0 ? [] : await reader.findBy(Rating, { caseId: In([...caseIds]) });
    return new Map(
      rows.map(({ caseId, grade, sealedComment, at }) => [
        caseId,
        { grade, comment: sealedComment === null ? null : this.vault.open(place(caseId), sealedComment), at },
      ]),
    );
  }

  /** A bad one opens a rectification. Throws `already-rated`, `transition-not-allowed` for a case that is not closed. */
  async rate({ personId }: CitizenCaller, caseId: string, grade: number, comment: string | null): Promise<void> {
    const row = await this.access.own(personId, caseId, 'rate');
    if (row.status !== 'closed') throw problem('transition-not-allowed');
    const { region, item } = row;
    const sealedComment = comment === null ? null : this.vault.seal(place(caseId), comment);
    try {
      await this.database.transaction(async (tx) => {
        await tx.insert(Rating, { caseId, region, item, grade, sealedComment, at: this.clock.now().toISOString() });
        if (grade <= bad) await this.rectifications.open(tx, row);
      });
    } catch (error) {
      if (isDuplicate(error)) throw problem('already-rated');
      throw error;
    }
  }

  /** Counted from an index alone: by item and grade, of those rated from `from` on, before `to` (instants). */
  async counts(reader: EntityManager, region: string, from: string, to: string): Promise<readonly GradeCount[]> {
    const rows = await reader
      .createQueryBuilder(Rating, 'r')
      .select('r.item', 'item')
      .addSelect('r.grade', 'grade')
      .addSelect('COUNT(*)', 'cases')
      .where('r.region = :region AND r.at >= :from AND r.at < :to', { region, from, to })
      .groupBy('r.item')
      .addGroupBy('r.grade')
      .getRawMany<{ item: string; grade: number; cases: number | string }>();
    return rows.map(({ item, grade, cases }) => ({ item, grade, cases: Number(cases) }));
  }

  /** The same as figures of each item, with what became of its bad ones. */
  async figures(reader: EntityManager, region: string, from: string, to: string): Promise<readonly RatingFigures[]> {
    const rows = await this.counts(reader, region, from, to);
    const rectified = await this.rectifications.figures(reader, region, from, to);
    const items = new Set([...rows.map(({ item }) => item), ...rectified.keys()]);
    return [...items].map((item) => {
      const grades = Object.fromEntries(
        rows.filter((row) => row.item === item).map(({ grade, cases }) => [grade, cases]),
      );
      const of = (...some: readonly number[]): number => some.reduce((sum, grade) => sum + (grades[grade] ?? 0), 0);
      const none = { opened: 0, closed: 0, closedInTime: 0 };
      return { item, ratings: of(1, 2, 3, 4, 5), satisfied: of(3, 4, 5), grades, ...none, ...rectified.get(item) };
    });
  }
}

const place = (caseId: string): string => `ratings:${caseId}:comment`;
