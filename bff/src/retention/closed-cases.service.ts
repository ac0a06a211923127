import { Injectable } from '@nestjs/common';
import { EndedCasesService } from '../cases/ended-cases.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock } from '../clock.js';
import { CaseDeletions } from './case-deletion.service.js';
import { dueAt, type DueCases } from './keeping.js';

/** How many cases one round deletes at most, and how many are looked up at once. */
const most = 500;
const page = 100;

/** Cases whose time is over by the region's rules (个人信息保护法 art. 47: the period of keeping has expired). */
@Injectable()
export class ClosedCases {
  constructor(
    private readonly cases: EndedCasesService,
    private readonly catalogue: CatalogueService,
    private readonly deletions: CaseDeletions,
    private readonly clock: Clock,
  ) {}

  /** One round. What was left of the one before, by a kill or an error, comes first. */
  async run(): Promise<{ readonly deleted: number; readonly kept: number }> {
    await this.deletions.deleteFiles();
    const done = { deleted: 0, kept: 0 };
    const now = this.clock.now();
    for (const { code } of this.catalogue.regions()) {
      const { file, items } = this.catalogue.retention(code);
      for (const due of dueAt(code, file, items, now)) await this.#deleteDue(file.version, due, done);
    }
    await this.deletions.deleteFiles();
    return done;
  }

  async #deleteDue(version: string, due: DueCases, done: { deleted: number; kept: number }): Promise<void> {
    for (let last: string | undefined = ''; last !== undefined && done.deleted < most;) {
      const ids: readonly string[] = await this.cases.page(due, last, page);
      for (const id of ids) {
        if (await this.deletions.delete(id, { version, due })) done.deleted += 1;
        else done.kept += 1;
      }
      last = ids.at(-1);
    }
  }
}
