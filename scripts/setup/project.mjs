// Where things are in the work tree.
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The Node 24 LTS that pnpm-lock.yaml pins: what the product and its tests run on. */
export const pinnedNode = path.join(root, 'node_modules/.bin/node');

export const cache = path.join(root, '.cache');

/** @param {string[]} parts */
export const inProject = (...parts) => path.join(root, ...parts);
