import { Injectable } from '@nestjs/common';
import type { Answers, Settlement } from '@yiban/shared-types/cases';
import { Vault } from '../crypto/vault.js';
import type { Case } from './case.entity.js';

export interface CaseNames {
  /** For whom. */
  readonly person: string;
  /** By whom. */
  readonly applicant: string;
}

/** Opens and seals what is personal in a case. */
@Injectable()
export class CaseContent {
  constructor(private readonly vault: Vault) {}

  form({ id, sealedForm }: Pick<Case, 'id' | 'sealedForm'>): Answers {
    return JSON.parse(this.vault.open(place(id, 'form'), sealedForm));
  }

  sealForm(id: string, form: Answers): string {
    return this.vault.seal(place(id, 'form'), JSON.stringify(form));
  }

  names({ id, sealedNames }: Pick<Case, 'id' | 'sealedNames'>): CaseNames {
    return JSON.parse(this.vault.open(place(id, 'names'), sealedNames));
  }

  sealNames(id: string, names: CaseNames): string {
    return this.vault.seal(place(id, 'names'), JSON.stringify(names));
  }

  settlement({ id, sealedSettlement }: Pick<Case, 'id' | 'sealedSettlement'>): Settlement | null {
    return sealedSettlement === null ? null : JSON.parse(this.vault.open(place(id, 'settlement'), sealedSettlement));
  }

  sealSettlement(id: string, settlement: Settlement): string {
    return this.vault.seal(place(id, 'settlement'), JSON.stringify(settlement));
  }

  reason({ id, sealedReason }: Pick<Case, 'id' | 'sealedReason'>): string | null {
    return sealedReason === null ? null : this.vault.open(place(id, 'reason'), sealedReason);
  }

  sealReason(id: string, reason: string): string {
    return this.vault.seal(place(id, 'reason'), reason);
  }
}

const place = (id: string, column: string): string => `cases:${id}:${column}`;
