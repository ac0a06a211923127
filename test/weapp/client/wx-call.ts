/** How asynchronous `wx` functions are called: with callbacks, or, when none is given, for a promise. */

export interface WxOptions {
  success?: (result: object) => void;
  fail?: (failure: { errMsg: string }) => void;
  complete?: (result: object) => void;
}

export class WxFailure extends Error {}

/** Throw WxFailure('fail …') inside `run`; the name of the function is put before it, as WeChat does. */
export function wxCall<Options extends object>(name: string, run: (options: Options) => Promise<object> | object) {
  return (options?: Options & WxOptions): Promise<object> | undefined => {
    const given = options ?? ({} as Options & WxOptions);
    const outcome = settle(name, run, given);
    if (given.success || given.fail || given.complete) {
      void outcome.then((result) => {
        if ('failure' in result) given.fail?.(result.failure);
        else given.success?.(result.value);
        given.complete?.('failure' in result ? result.failure : result.value);
      });
      return undefined;
    }
    return outcome.then((result) => {
      if ('failure' in result) throw result.failure;
      return result.value;
    });
  };
}

type Outcome = { value: object } | { failure: { errMsg: string } };

async function settle<Options extends object>(
  name: string,
  run: (options: Options) => Promise<object> | object,
  options: Options,
): Promise<Outcome> {
  try {
    // Never in the same turn: neither does WeChat.
    await Promise.resolve();
    return { value: { errMsg: `${name}:ok`, ...(await run(options)) } };
  } catch (error) {
    if (!(error instanceof WxFailure)) throw error;
    return { failure: { errMsg: `${name}:${error.message}` } };
  }
}
