import type { Vault } from '../crypto/vault.js';
import type { AuditEntry } from './audit-entry.entity.js';

/** What the first entry of a chain is bound to. */
export const beginning = '0'.repeat(64);

/** The hash of an entry. Keyed: who can write to the database alone cannot make a chain that holds. */
export function linkOf(vault: Vault, previous: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { chain, ordinal, at, actorKind, actorId, onBehalfOf, deed, caseId, personId, detail } = entry;
  return vault.chain(previous, [
    'audit',
    chain,
    ordinal,
    at,
    actorKind,
    actorId,
    onBehalfOf,
    deed,
    caseId,
    personId,
    detail,
  ]);
}
