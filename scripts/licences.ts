/** `npm run licences`: every package in the tree with its licence; ends with 1 for one that we may not ship, or none. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const store = path.join(import.meta.dirname, '../node_modules/.pnpm');
const packageFile = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

/** Licences that let us ship without giving our source away. */
const free =
  /\b(MIT|ISC|BSD|Apache|0BSD|Unlicense|CC0|CC-BY|BlueOak|OFL|Zlib|Python-2\.0|WTFPL|MPL-2\.0|LGPL|Public Domain)/i;

/** Packages that say it elsewhere than in package.json. */
const read: Readonly<Record<string, string>> = {
  'combine-errors@3.0.3': 'MIT (Readme.md)',
  'png-js@2.0.0': 'MIT (LICENSE)',
};

const rows = new Map<string, string>();
for (const folder of readdirSync(store)) {
  const modules = path.join(store, folder, 'node_modules');
  if (!existsSync(modules)) continue;
  for (const name of readdirSync(modules).flatMap((one) => (one.startsWith('@') ? scoped(modules, one) : [one]))) {
    const file = path.join(modules, name, 'package.json');
    // Others in the folder are links to their own places.
    if (!folder.startsWith(name.replace('/', '+')) || !existsSync(file)) continue;
    const parsed = packageFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.success) continue;
    const id = `${parsed.data.name}@${parsed.data.version}`;
    rows.set(id, read[id] ?? licenceOf(parsed.data));
  }
}
const bad = [...rows].filter(([, licence]) => !free.test(licence));
for (const [name, licence] of [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${licence.padEnd(28)} ${name}`);
console.log(
  `\n${rows.size} packages; to be looked at: ${bad.map(([name, licence]) => `${name} (${licence})`).join(', ') || 'none'}`,
);
process.exitCode = bad.length === 0 ? 0 : 1;

function scoped(modules: string, scope: string): readonly string[] {
  return readdirSync(path.join(modules, scope)).map((name) => `${scope}/${name}`);
}

function licenceOf({ license, licenses }: z.output<typeof packageFile>): string {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none stated';
}
