import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

const targets = ['platform', 'credential', 'wechat', 'sms'] as const;
const modes = [
  'none',
  'latency',
  'error-5xx',
  'reset-after-commit',
  'duplicate',
  'wrong-signature',
  'expired-token',
  'outage',
  'business-error',
] as const;

export type Target = (typeof targets)[number];
export type Mode = (typeof modes)[number];

/** `count`: for that many requests, otherwise until told otherwise. `ms`: how slow. */
export const misbehaviourOrder = z.strictObject({
  target: z.enum(targets),
  mode: z.enum(modes),
  count: z.number().int().positive().optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
});
export type MisbehaviourOrder = z.output<typeof misbehaviourOrder>;

export interface Fault {
  readonly mode: Mode;
  readonly ms: number;
}

const NO_FAULT: Fault = { mode: 'none', ms: 0 };
const SLOW_MS = 15_000;

/** What each outside system has been told to do wrong. Not kept over a restart. */
export class Misbehaviour {
  readonly #orders = new Map<Target, { mode: Mode; left: number; ms: number }>();

  order({ target, mode, count, ms }: MisbehaviourOrder): void {
    if (mode === 'none') this.#orders.delete(target);
    else this.#orders.set(target, { mode, left: count ?? Number.POSITIVE_INFINITY, ms: ms ?? SLOW_MS });
  }

  now() {
    return targets.map((target) => {
      const order = this.#orders.get(target);
      return {
        target,
        mode: order?.mode ?? 'none',
        left: order === undefined || order.left === Infinity ? null : order.left,
      };
    });
  }

  /** The fault for one request; `only` are those that make sense for it, others wait for their request. */
  take(target: Target, only: readonly Mode[] = modes): Fault {
    const order = this.#orders.get(target);
    if (order === undefined || !only.includes(order.mode)) return NO_FAULT;
    order.left -= 1;
    if (order.left <= 0) this.#orders.delete(target);
    return { mode: order.mode, ms: order.ms };
  }
}

/**
 * Does the work and answers, as badly as the fault wants. What a system does wrong in its answer itself (signature,
 * token, business error) is the work's own affair.
 */
export async function answerWith(fault: Fault, reply: FastifyReply, work: () => unknown): Promise<unknown> {
  if (fault.mode === 'outage') return hangUp(reply);
  if (fault.mode === 'error-5xx') return reply.code(503).send({ message: 'Service Unavailable' });
  let answer = await work();
  if (fault.mode === 'duplicate') answer = await work();
  if (fault.mode === 'latency') await wait(fault.ms, undefined, { ref: false });
  if (fault.mode === 'reset-after-commit') return hangUp(reply);
  return answer;
}

function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.socket?.resetAndDestroy();
  return reply;
}
