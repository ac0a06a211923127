/** Whose case it is, in words. Pure. */
import type { CaseSummary, CaseView } from '@yiban/shared-types/cases';
import { nameWithRelation } from '../grants/relations';

/** 「妈妈 王*英」 where this viewer files for them, 「我自己 李*静」, or the unit. */
export function whomWords({ for: whom, by, grant }: Pick<CaseView, 'for' | 'by' | 'grant'>): string {
  if (whom.unit === true) return whom.name;
  if (!by.proxy || !by.self) return `我自己 ${whom.name}`;
  return grant === null ? whom.name : nameWithRelation(whom.name, grant.relation);
}

/** For lists: 「给我自己办」, 「给王*英办，您代办」, 「给我自己办，由李*静代办」. */
export function whoseWords({ for: whom, by }: Pick<CaseSummary, 'for' | 'by'>): string {
  if (whom.unit === true) return `给${whom.name}办`;
  if (!by.proxy) return '给我自己办';
  return by.self ? `给${whom.name}办，您代办` : `给我自己办，由${by.name}代办`;
}
