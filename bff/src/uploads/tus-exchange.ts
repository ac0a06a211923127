import { AsyncLocalStorage } from 'node:async_hooks';
import type { UploadChecksum } from './upload-checksum.js';

/** One request of the tus protocol: what the library hands neither to its store nor to its hooks. */
export interface TusExchange {
  readonly personId: string;
  /** Path under which uploads are made, as the client called it: `Location` begins with it. */
  readonly base: string;
  readonly checksum: UploadChecksum | undefined;
  /** Whether the last PATCH shall answer with the upload as JSON. */
  readonly wantsView: boolean;
  /** What was thrown while the library answered. */
  failure?: unknown;
}

const exchanges = new AsyncLocalStorage<TusExchange>();

export async function inExchange<T>(exchange: TusExchange, work: () => Promise<T>): Promise<T> {
  return exchanges.run(exchange, work);
}

export function currentExchange(): TusExchange {
  const exchange = exchanges.getStore();
  if (exchange === undefined) throw new Error('outside of a tus exchange');
  return exchange;
}
