/**
 * `npm run bench -- memory`: what the server and the processes that it starts keep in memory, with 300 photos sent at once,
 * and over as many requests as a county of 300 thousand people makes in a day (README, how many machines).
 */
import { execFileSync } from 'node:child_process';
import { startProduct, type RunningProduct } from '../../test/server/running-server.ts';
import { CitizenClient } from '../client/citizen.ts';
import { drawnPaper } from '../demo/drawn-papers.ts';
import { atMost, withoutGoal, type BenchOptions, type Figure } from './figure.ts';
import { connections, loaded } from './load.ts';
import { peopleOf } from './people.ts';

const goals = { megabytes: 350, growth: 1.1 } as const;
const uploadsAtOnce = 300;
const requestsOfADay = 150_000;

export async function measureMemory({ sample, say }: BenchOptions): Promise<readonly Figure[]> {
  const product = await startProduct({ database: 'mariadb', env: { LOG_LEVEL: 'warn' } });
  try {
    const citizens = await Promise.all(
      (await peopleOf(product.sandboxUrl))
        .slice(0, connections)
        .map(async ({ key }) => CitizenClient.scanned(product.baseUrl, product.sandboxUrl, key)),
    );
    say('a day of requests');
    const day = await aDay(product, citizens, sample ?? requestsOfADay, say);
    say(`${uploadsAtOnce} uploads at once`);
    return [...day, ...(await uploading(citizens, sample === null ? uploadsAtOnce : 30))];
  } finally {
    await product.stop();
  }
}

/** The first fifth warms everything up; what is kept after it is compared with what is kept at the end. */
async function aDay(
  { baseUrl }: RunningProduct,
  citizens: readonly CitizenClient[],
  requests: number,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const kept: number[] = [];
  let answered = 0;
  for (let part = 1; part <= 5; part += 1) {
    while (answered < (requests * part) / 5) {
      const seconds = 10;
      const { throughput } = await loaded({
        baseUrl,
        seconds,
        requestsOf: (connection) => {
          const { token } = citizens[connection % citizens.length]?.api ?? {};
          const headers = { authorization: `Bearer ${token ?? ''}` };
          return ['/api/v1/cases', '/api/v1/regions/620000/items', '/api/v1/me/inbox', '/api/v1/me'].map((path) => ({
            method: 'GET' as const,
            path,
            headers,
          }));
        },
      });
      answered += throughput * seconds;
    }
    kept.push(megabytes());
    say(`${Math.round(answered)} requests: ${kept.at(-1)?.toFixed(0) ?? ''} MB`);
  }
  const [warm = Number.NaN] = kept;
  return [
    atMost('server, resident memory after a day of requests', kept.at(-1) ?? Number.NaN, 'MB', goals.megabytes),
    atMost(
      'server, memory at the end of the day against its first fifth',
      (kept.at(-1) ?? 0) / warm,
      '×',
      goals.growth,
    ),
  ];
}

async function uploading(citizens: readonly CitizenClient[], count: number): Promise<readonly Figure[]> {
  const photo = await drawnPaper('户口簿', ['样张']);
  let most = megabytes();
  const watch = setInterval(() => {
    most = Math.max(most, megabytes());
  }, 250);
  const start = performance.now();
  const outcomes = await Promise.allSettled(
    Array.from({ length: count }, async (_, index) =>
      citizens[index % citizens.length]?.upload(photo, { purpose: 'photo' }),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const refused = outcomes.filter(({ status }) => status === 'rejected').length;
  return [
    withoutGoal(`server and its readers, memory with ${count} uploads at once`, most, 'MB'),
    withoutGoal(`time until ${count} uploads are received and checked`, seconds, 's'),
    atMost('uploads refused of these', refused, 'uploads', 0),
  ];
}

/** Of the server and every process that it started. */
function megabytes(): number {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .map((cells) => ({
      pid: Number(cells?.[1]),
      parent: Number(cells?.[2]),
      kb: Number(cells?.[3]),
      args: cells?.[4] ?? '',
    }));
  const under = (parents: ReadonlySet<number>): ReadonlySet<number> => {
    const more = new Set([...parents, ...rows.filter(({ parent }) => parents.has(parent)).map(({ pid }) => pid)]);
    return more.size === parents.size ? more : under(more);
  };
  const servers = rows.filter(({ parent, args }) => parent === process.pid && args.includes('bff/dist/main.js'));
  const tree = under(new Set(servers.map(({ pid }) => pid)));
  return rows.filter(({ pid }) => tree.has(pid)).reduce((sum, { kb }) => sum + kb, 0) / 1024;
}
