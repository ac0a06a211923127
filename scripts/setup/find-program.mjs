// A program of this machine, by name.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

// Servers are kept out of an ordinary user's PATH on Debian; Homebrew keeps its own folders.
const folders = ['/usr/local/sbin', '/usr/sbin', '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'];

/** @param {string[]} names the first one found is taken; a full path stands for itself */
export function findProgram(names) {
  const places = [...(process.env['PATH'] ?? '').split(path.delimiter), ...folders];
  const candidates = names.flatMap((name) =>
    path.isAbsolute(name) ? [name] : places.filter(Boolean).map((place) => path.join(place, name)),
  );
  return candidates.find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
