/** How often what may be asked for. `points` within `seconds`, of one address or one caller. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/**
 * Classes of endpoints. An address is shared by many phones behind a carrier's gateway or a village's router, so the
 * limits of addresses are wide where people could be hurt, and narrow only where something could be guessed.
 */
export const limitClasses = [
  'read',
  'write',
  'session',
  'refresh',
  'login',
  'scan',
  'verify',
  'link',
  'upload',
] as const;
export type LimitClass = (typeof limitClasses)[number];

export interface ClassLimits {
  readonly address: Limit;
  readonly caller: Limit;
}

const minute = 60;
const day = 86_400;

const productionLimits: Readonly<Record<LimitClass, ClassLimits>> = {
  read: { address: { points: 3000, seconds: minute }, caller: { points: 600, seconds: minute } },
  write: { address: { points: 1000, seconds: minute }, caller: { points: 120, seconds: minute } },
  session: { address: { points: 60, seconds: 10 * minute }, caller: { points: 20, seconds: 10 * minute } },
  refresh: { address: { points: 300, seconds: minute }, caller: { points: 30, seconds: minute } },
  // Five wrong passwords lock the account besides.
  login: { address: { points: 20, seconds: 15 * minute }, caller: { points: 20, seconds: 15 * minute } },
  scan: { address: { points: 60, seconds: 10 * minute }, caller: { points: 10, seconds: 10 * minute } },
  // 57 bits: at this rate a code is not found in the age of the universe.
  verify: { address: { points: 30, seconds: minute }, caller: { points: 30, seconds: minute } },
  // 59 bits, and three days at most.
  link: { address: { points: 60, seconds: 10 * minute }, caller: { points: 20, seconds: 10 * minute } },
  upload: { address: { points: 2000, seconds: day }, caller: { points: 300, seconds: day } },
};

/** On a developer's machine everybody is 127.0.0.1. */
const developmentFactor = 1000;

/**
 * The limits in use. `overrides`: `login=5/60,scan=3/600`, for address and caller alike; throws for a class that is none.
 */
export function limitsOf(production: boolean, overrides: string): Readonly<Record<LimitClass, ClassLimits>> {
  const factor = production ? 1 : developmentFactor;
  const wide = ({ points, seconds }: Limit): Limit => ({ points: points * factor, seconds });
  const given = new Map(overrides.split(',').filter(Boolean).map(parsed));
  const of = (name: LimitClass): ClassLimits => {
    const own = given.get(name);
    if (own !== undefined) return { address: own, caller: own };
    const { address, caller } = productionLimits[name];
    return { address: wide(address), caller: wide(caller) };
  };
  return {
    read: of('read'),
    write: of('write'),
    session: of('session'),
    refresh: of('refresh'),
    login: of('login'),
    scan: of('scan'),
    verify: of('verify'),
    link: of('link'),
    upload: of('upload'),
  };
}

function parsed(text: string): readonly [LimitClass, Limit] {
  const [, name, points, seconds] = /^(\w+)=(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  const known = limitClasses.find((one) => one === name);
  if (known === undefined) throw new Error(`LIMITS: «${text}» is not like login=20/900`);
  return [known, { points: Number(points), seconds: Number(seconds) }];
}
