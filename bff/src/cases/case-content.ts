import { Injectable } from '@nestjs/common';
import type { Answers, Settlement } from '@yiban/shared-types/cases';
import { z } from 'zod';
import { openJson } from '../crypto/sealed-json.js';
import { Vault } from '../crypto/vault.js';
import type { Case } from './case.entity.js';

const answers = z.record(z.string(), z.json());
const caseNames = z.object({
  /** For whom. */
  person: z.string(),
  /** By whom. */
  applicant: z.string(),
  /** The unit that it is for, where it is for one. */
  unit: z.string().optional(),
});
export const settlementShape = z.object({
  lines: z.array(
    z.object({ category: z.string(), claimed: z.number(), approved: z.number(), reason: z.string().nullable() }),
  ),
  claimed: z.number(),
  approved: z.number(),
});
export type CaseNames = z.infer<typeof caseNames>;

/** Opens and seals what is personal in a case. */
@Injectable()
export class CaseContent {
  constructor(private readonly vault: Vault) {}

  form({ id, sealedForm }: Pick<Case, 'id' | 'sealedForm'>): Answers {
    return openJson(this.vault, place(id, 'form'), sealedForm, answers);
  }

  sealForm(id: string, form: Answers): string {
    return this.vault.seal(place(id, 'form'), JSON.stringify(form));
  }

  names({ id, sealedNames }: Pick<Case, 'id' | 'sealedNames'>): CaseNames {
    return openJson(this.vault, place(id, 'names'), sealedNames, caseNames);
  }

  sealNames(id: string, names: CaseNames): string {
    return this.vault.seal(place(id, 'names'), JSON.stringify(names));
  }

  settlement({ id, sealedSettlement }: Pick<Case, 'id' | 'sealedSettlement'>): Settlement | null {
    return sealedSettlement === null
      ? null
      : openJson(this.vault, place(id, 'settlement'), sealedSettlement, settlementShape);
  }

  sealSettlement(id: string, settled: Settlement): string {
    return this.vault.seal(place(id, 'settlement'), JSON.stringify(settled));
  }

  reason({ id, sealedReason }: Pick<Case, 'id' | 'sealedReason'>): string | null {
    return sealedReason === null ? null : this.vault.open(place(id, 'reason'), sealedReason);
  }

  sealReason(id: string, reason: string): string {
    return this.vault.seal(place(id, 'reason'), reason);
  }
}

const place = (id: string, column: string): string => `cases:${id}:${column}`;
