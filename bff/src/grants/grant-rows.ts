/** The access checks that every deed about a grant begins with. */
import type { EntityManager } from 'typeorm';
import { problem } from '../problems/problem.js';
import { ProxyGrant } from './proxy-grant.entity.js';

/** One that the person gave or received. Another's grant is not there. */
export async function ownGrant(reader: EntityManager, personId: string, id: string): Promise<ProxyGrant> {
  const row = await reader.findOneBy(ProxyGrant, { id });
  if (row === null || (row.proxyId !== personId && row.principalId !== personId)) throw problem('grant-not-found');
  return row;
}

/** One that the person asked for. */
export async function askedGrant(reader: EntityManager, personId: string, id: string): Promise<ProxyGrant> {
  const row = await reader.findOneBy(ProxyGrant, { id, proxyId: personId });
  if (row === null) throw problem('grant-not-found');
  return row;
}

/** One that the person was sent the link of. */
export async function linkedGrant(reader: EntityManager, linkIndex: string, id?: string): Promise<ProxyGrant> {
  const row = await reader.findOneBy(ProxyGrant, { linkIndex, ...(id === undefined ? {} : { id }) });
  if (row === null) throw problem('grant-not-found');
  return row;
}

/** Holds the row until the transaction ends, and gives it as it then stands: who ends it waits, or came first. */
export async function heldGrant(tx: EntityManager, id: string): Promise<ProxyGrant> {
  await tx.update(ProxyGrant, { id }, { status: () => 'status' });
  return tx.findOneByOrFail(ProxyGrant, { id });
}
