/** The product as its next version may be: the one that was built, with one more migration. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../server/processes.ts';

/** A table that every request uses gets a column and an index. */
const migration = `
class NextVersion1999999999999 {
  async up(runner) {
    await runner.query('ALTER TABLE cases ADD COLUMN IF NOT EXISTS nextVersion varchar(40) NULL');
    await runner.query('CREATE INDEX IF NOT EXISTS cases_next_version ON cases (nextVersion)');
  }
  async down() {}
}
`;

export interface NextVersion {
  /** Its main program. */
  readonly program: string;
  readonly remove: () => void;
}

export function nextVersion(): NextVersion {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-next-version-'));
  const bff = path.join(folder, 'bff');
  mkdirSync(bff);
  cpSync(path.join(root, 'bff/dist'), path.join(bff, 'dist'), { recursive: true });
  cpSync(path.join(root, 'bff/package.json'), path.join(bff, 'package.json'));
  for (const name of ['catalogue', 'assets', 'node_modules'])
    symlinkSync(path.join(root, 'bff', name), path.join(bff, name));
  for (const name of ['node_modules', 'miniapp', 'shared-types', 'scripts'])
    symlinkSync(path.join(root, name), path.join(folder, name));
  const file = path.join(bff, 'dist/serve.js');
  const built = readFileSync(file, 'utf8');
  const list = /var migrations = \[[^\]]*/;
  if (!list.test(built)) throw new Error('the built server lists its migrations in another way');
  writeFileSync(
    file,
    built.replace(list, (all) => `${migration}${all.trimEnd().replace(/,?$/, ',')} NextVersion1999999999999`),
  );
  return { program: path.join(bff, 'dist/main.js'), remove: () => rmSync(folder, { recursive: true }) };
}
