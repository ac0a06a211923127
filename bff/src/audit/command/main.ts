/**
 * `npm run audit -- verify [anchors.json]`  every chain of the audit trail and every history of a case, from the beginning
 * `npm run audit -- anchors`                where each chain ends now, as JSON: kept elsewhere, a cut-off end shows
 * `npm run audit -- person <id>`            who looked at a person's data, and when
 *
 * The environment is that of the product. Ends with 1 when something was altered.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CaseHistories } from '../../cases/case-history.js';
import { readConfig } from '../../config.js';
import { KeyStore } from '../../crypto/key-store.js';
import { MasterKeys } from '../../crypto/master-keys.js';
import { Vault } from '../../crypto/vault.js';
import { Database } from '../../database/database.js';
import { deletionFaults } from '../../retention/deletion-proofs.js';
import { AuditEntry } from '../audit-entry.entity.js';
import { AuditHead } from '../audit-head.entity.js';
import { verifyAudit, type Anchor } from '../audit-verification.js';

const [command, argument] = process.argv.slice(2);
const config = readConfig(process.env);
const database = await Database.open(config.database);
const masters = new MasterKeys(config.masterKeys.current, config.masterKeys.previous);
const keys = await KeyStore.open(database, masters, config.cipherSuite);
const vault = new Vault(keys.keyring);
process.exitCode = await run();
keys.onApplicationShutdown();
await database.onApplicationShutdown();

async function run(): Promise<number> {
  if (command === 'verify') return verify(argument === undefined ? [] : anchorsIn(argument));
  if (command === 'anchors') {
    console.log(JSON.stringify(await database.read.find(AuditHead, { order: { chain: 'ASC' } }), null, 2));
    return 0;
  }
  if (command === 'person' && argument !== undefined) return accessesTo(argument);
  console.error('usage: npm run audit -- verify [anchors.json] | anchors | person <id>');
  return 2;
}

async function verify(anchors: readonly Anchor[]): Promise<number> {
  const reports = await verifyAudit(database.read, vault, anchors);
  for (const { chain, entries, hash, fault } of reports) {
    console.log(
      `${fault === null ? '✓' : '✗'} ${chain}: ${entries} entries hold, to ${hash.slice(0, 16)}…${fault === null ? '' : `; ${fault}`}`,
    );
  }
  const histories = new CaseHistories(vault);
  const { checked, faults } = await histories.allFaults(database.read);
  for (const { caseId, ordinal } of faults)
    console.log(`✗ history of case ${caseId}: row ${ordinal} is not what was written`);
  console.log(`${faults.length === 0 ? '✓' : '✗'} histories of ${checked} cases, ${faults.length} altered`);
  const deletions = await deletionFaults(database.read);
  for (const fault of deletions.faults) console.log(`✗ ${fault}`);
  console.log(`${deletions.faults.length === 0 ? '✓' : '✗'} proofs of ${deletions.checked} deletions`);
  if (deletions.faults.length > 0) return 1;
  return faults.length === 0 && reports.every(({ fault }) => fault === null) ? 0 : 1;
}

async function accessesTo(personId: string): Promise<number> {
  const entries = await database.read.find(AuditEntry, { where: { personId }, order: { at: 'ASC' } });
  for (const { at, actorKind, actorId, deed, caseId } of entries) {
    console.log([at, actorKind, actorId ?? '', deed, caseId ?? ''].join('\t'));
  }
  return 0;
}

function anchorsIn(file: string): readonly Anchor[] {
  const anchor = z.object({ chain: z.string(), ordinal: z.number().int(), hash: z.string() });
  return z.array(anchor).parse(JSON.parse(readFileSync(file, 'utf8')));
}
