import { randomBytes } from 'node:crypto';
import { IsNull, LessThan, MoreThan, type EntityManager, type EntityTarget } from 'typeorm';
import type { Vault } from './vault.js';

/** What a table of sessions keeps of its refresh tokens; one row is one family of them. */
interface TokenFamily {
  readonly id: string;
  /** Keyed hash of the refresh token that is good now. */
  readonly refreshIndex: string;
  /** Keyed hash of the one before, and when it was replaced; null before the first rotation. */
  readonly previousIndex: string | null;
  readonly rotatedAt: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
}

/** So long the token before gives the same successor again: its first answer may have been lost on the way. */
const repeatableMs = 120_000;

/** A refresh token is `<session id>.<secret>`; no two sessions begin with the same. */
export function firstRefreshToken(sessionId: string): string {
  return `${sessionId}.${randomBytes(32).toString('base64url')}`;
}

export interface Rotation {
  readonly vault: Vault;
  /** The kind of index under which the table keeps its tokens. */
  readonly kind: 'refresh' | 'officer-refresh';
  readonly refreshToken: string;
  readonly now: Date;
  /** Where each use puts off the end of the family. */
  readonly expiresAt?: string;
  /** A family that was not used for so long is over, whatever its end. */
  readonly idleMs?: number;
}

/**
 * Replaces a refresh token by its successor. The successor is a keyed hash of the token's own index, so that whoever
 * asks twice, because an answer was lost or two requests met, is given the same. A token used later than that was
 * taken from somebody: its family ends.
 */
export async function rotateRefreshToken(
  tx: EntityManager,
  table: EntityTarget<TokenFamily>,
  { vault, kind, refreshToken, now, expiresAt, idleMs }: Rotation,
): Promise<{ readonly id: string; readonly refreshToken: string } | 'gone' | 'reused'> {
  const [id = ''] = refreshToken.split('.');
  const index = vault.index(kind, refreshToken);
  const successor = `${id}.${vault.index('refresh-successor', index)}`;
  const at = now.toISOString();
  if (idleMs !== undefined) await endIdle(tx, table, id, now, idleMs);
  const replaced = await tx.update<TokenFamily>(
    table,
    { id, refreshIndex: index, endedAt: IsNull(), expiresAt: MoreThan(at) },
    {
      refreshIndex: vault.index(kind, successor),
      previousIndex: index,
      rotatedAt: at,
      ...(expiresAt === undefined ? {} : { expiresAt }),
    },
  );
  if (replaced.affected === 1) return { id, refreshToken: successor };
  const family = await tx.findOneBy<TokenFamily>(table, { id });
  if (family === null || family.endedAt !== null || family.expiresAt <= at) return 'gone';
  if (family.previousIndex === index && isRepeatable(family.rotatedAt, now)) return { id, refreshToken: successor };
  await tx.update<TokenFamily>(table, { id }, { endedAt: at });
  return 'reused';
}

async function endIdle(
  tx: EntityManager,
  table: EntityTarget<TokenFamily>,
  id: string,
  now: Date,
  idleMs: number,
): Promise<void> {
  const usedLast = new Date(now.getTime() - idleMs).toISOString();
  const ended = { endedAt: now.toISOString() };
  await tx.update<TokenFamily>(table, { id, rotatedAt: LessThan(usedLast), endedAt: IsNull() }, ended);
  await tx.update<TokenFamily>(
    table,
    { id, rotatedAt: IsNull(), createdAt: LessThan(usedLast), endedAt: IsNull() },
    ended,
  );
}

function isRepeatable(rotatedAt: string | null, now: Date): boolean {
  return rotatedAt !== null && now.getTime() - Date.parse(rotatedAt) <= repeatableMs;
}
