import { Injectable } from '@nestjs/common';
import type { FileFinding } from '@yiban/shared-types/cases';
import type { EntityManager } from 'typeorm';
import { isFinding } from './finding-messages.js';
import { Upload } from './upload.entity.js';

/** Findings that come after the photo check. */
@Injectable()
export class UploadFindingsService {
  /** Puts in place of an upload's findings what `amended` makes of them. An upload that is no more is passed over. */
  async amend(
    tx: EntityManager,
    id: string,
    amended: (findings: readonly FileFinding[]) => readonly FileFinding[],
  ): Promise<void> {
    const upload = await tx.findOneBy(Upload, { id });
    if (upload === null) return;
    const codes: unknown = JSON.parse(upload.findings);
    const findings = amended(Array.isArray(codes) ? codes.filter(isFinding) : []);
    await tx.update(Upload, { id }, { findings: JSON.stringify(findings) });
  }
}
