/**
 * `npm run bench -- peers [--sample seconds]`: a case made, a page of 20 listed, one opened, by somebody signed in, from 20
 * connections: the whole product on MariaDB against Strapi and NocoBase on the same server, in turns, with as many cases
 * each. The peers are installed from npm into a folder of their own (PEERS_DIR), which takes minutes the first time.
 */
import type { Request } from 'autocannon';
import { freePort } from '../../test/server/free-port.ts';
import { startProduct, type RunningProduct } from '../../test/server/running-server.ts';
import { temporarySchema } from '../../test/server/temporary-schema.ts';
import { filledCase } from '../../test/api/filled-case.ts';
import { CitizenClient } from '../client/citizen.ts';
import { atLeast, atMost, withoutGoal, type BenchOptions, type Figure } from './figure.ts';
import { connections, loaded, median, type LoadResult } from './load.ts';
import { startNocoBase } from './peers/nocobase.ts';
import { deeds, type Deed, type Peer } from './peers/peer.ts';
import { startStrapi } from './peers/strapi.ts';
import { peopleOf } from './people.ts';
import { residentMegabytes } from './resident.ts';

const goals = { times: 3, milliseconds: 100, megabytes: 350 } as const;
const repeats = 3;
/** Cases that each side has before it is measured. */
const rows = 200;
/** An item that needs no paper, so that what is made is the case and not its photos. */
const item = 'settlement-coordination';

interface Side {
  readonly name: string;
  readonly baseUrl: string;
  readonly requestsOf: (deed: Deed, connection: number) => readonly Request[];
}

export async function measurePeers({ sample, say }: BenchOptions): Promise<readonly Figure[]> {
  const seconds = sample ?? 10;
  await using stops = new AsyncDisposableStack();
  const product = await startProduct({ database: 'mariadb', env: { LOG_LEVEL: 'warn' } });
  stops.defer(product.stop);
  const peers: Peer[] = [];
  for (const start of [startStrapi, startNocoBase]) {
    const schema = await temporarySchema();
    stops.defer(schema.drop);
    const peer = await start(schema.url, await freePort(), say);
    stops.defer(peer.stop);
    peers.push(peer);
  }
  const own = await ownSide(product);
  const sides = [own, ...(await Promise.all(peers.map(async (peer) => sideOf(peer))))];
  const figures: Figure[] = [];
  for (const deed of deeds) figures.push(...(await compared(deed, sides, seconds, say)));
  return [
    ...figures,
    atMost(
      'resident memory of the server after the load',
      await residentMegabytes(product.baseUrl),
      'MB',
      goals.megabytes,
    ),
    ...peers.map((peer) => withoutGoal(`resident memory of ${peer.name}`, peer.memory(), 'MB')),
  ];
}

/** In turns, so that what else the machine does meets all of them alike. */
async function compared(
  deed: Deed,
  sides: readonly Side[],
  seconds: number,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const results = new Map<string, LoadResult[]>(sides.map(({ name }) => [name, []]));
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    for (const { name, baseUrl, requestsOf } of sides) {
      // The first round warms all of them up.
      const result = await loaded({
        baseUrl,
        seconds: repeat === 0 ? Math.min(2, seconds) : seconds,
        requestsOf: (connection) => requestsOf(deed, connection),
      });
      if (repeat > 0) results.get(name)?.push(result);
      say(`${deed}, ${name}: ${Math.round(result.throughput)} a second, p99 ${Math.round(result.p99)} ms`);
    }
  }
  const of = (name: string, what: keyof LoadResult): number =>
    median((results.get(name) ?? []).map((one) => one[what]));
  const [own, ...others] = sides.map(({ name }) => name);
  if (own === undefined) return [];
  return [
    withoutGoal(`${deed}: a second`, of(own, 'throughput'), ''),
    atMost(`${deed}: p99`, of(own, 'p99'), 'ms', goals.milliseconds),
    ...others.flatMap((name) => [
      withoutGoal(`${deed}: a second, ${name}`, of(name, 'throughput'), ''),
      withoutGoal(`${deed}: p99, ${name}`, of(name, 'p99'), 'ms'),
      atLeast(`${deed}: throughput of ${name}`, of(own, 'throughput') / of(name, 'throughput'), '×', goals.times),
    ]),
  ];
}

async function sideOf(peer: Peer): Promise<Side> {
  let one = '';
  for (let made = 0; made < rows; made += 1) one = await peer.create();
  const requests = peer.requests(one);
  return { name: peer.name, baseUrl: peer.baseUrl, requestsOf: (deed) => [requests[deed]] };
}

/** Twenty people who each make cases of their own; the first has filed as many as the peers have, and reads them. */
async function ownSide({ baseUrl, sandboxUrl }: RunningProduct): Promise<Side> {
  const people: { readonly citizen: CitizenClient; readonly region: string; readonly form: object }[] = [];
  for (const { key, region } of await peopleOf(sandboxUrl)) {
    if (people.length === connections) break;
    const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, key);
    const draft = await filledCase(citizen, item, region).catch(() => null);
    if (draft !== null) people.push({ citizen, region, form: draft.form });
  }
  const [first] = people;
  if (first === undefined || people.length < connections) throw new Error(`only ${people.length} people can file`);
  let one = '';
  for (let filed = 0; filed < rows; filed += 1) {
    const { citizen, region, form } = first;
    one = (await citizen.submit(await citizen.open(item, region, { ...form }))).id;
  }
  const headersOf = (connection: number): Record<string, string> => ({
    authorization: `Bearer ${people[connection % people.length]?.citizen.api.token ?? ''}`,
    'content-type': 'application/json',
  });
  return {
    name: 'Yiban',
    baseUrl,
    requestsOf: (deed, connection) => {
      const { region, form } = people[connection % people.length] ?? first;
      if (deed !== 'create')
        return [
          { method: 'GET', path: `/api/v1/cases${deed === 'list' ? '?limit=20' : `/${one}`}`, headers: headersOf(0) },
        ];
      return [
        {
          method: 'POST',
          path: '/api/v1/cases',
          setupRequest: (request) => ({
            ...request,
            headers: { ...headersOf(connection), 'idempotency-key': crypto.randomUUID() },
            // In place of the draft that the person has: there is one for each item.
            body: JSON.stringify({ item, region, form, restart: true }),
          }),
        },
      ];
    },
  };
}
