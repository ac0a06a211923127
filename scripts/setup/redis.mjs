// The Redis server that tests start for themselves (test/server/redis.ts).
import { installDebianPackages, onDebian } from './debian-packages.mjs';
import { Failure } from './failure.mjs';
import { findProgram } from './find-program.mjs';

// Debian's redis-tools has the server under this name, without a service that would start by itself; called
// `redis-server` it is one.
const names = ['redis-server', 'redis-check-rdb'];

/**
 * Installs what is missing (on Debian).
 *
 * @returns {Promise<string>} path of the program
 */
export async function ensureRedis() {
  if (!findProgram(names)) {
    if (!onDebian) throw new Failure('The tests need Redis ≥ 6.2. On macOS: brew install redis');
    await installDebianPackages(['redis-tools']);
  }
  const server = findProgram(names);
  if (!server) throw new Failure('Redis is installed, but redis-server is not found.');
  return server;
}
