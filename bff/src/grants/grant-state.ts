/** What a grant is now, and how that is said. Pure. */
import type { GrantRelation, GrantSide, GrantState } from '@yiban/shared-types/grants';
import { shownDate } from '../documents/shown-values.js';
import type { ProxyGrant } from './proxy-grant.entity.js';

export type GrantTimes = Pick<ProxyGrant, 'status' | 'ending' | 'confirmedAt' | 'until' | 'linkExpiresAt'>;

/** @param now ISO instant  @param today its date in Shanghai: the last day counts whole */
export function stateOf(
  { status, ending, confirmedAt, until, linkExpiresAt }: GrantTimes,
  { now, today }: { readonly now: string; readonly today: string },
): GrantState {
  if (status === 'ended') return ending ?? 'given-back';
  if (status === 'requested') return linkExpiresAt !== null && linkExpiresAt <= now ? 'lapsed' : 'requested';
  if (until < today) return 'expired';
  return confirmedAt === null ? 'awaiting-check' : 'active';
}

/** Cases can be filed under it. */
export const isUsable = (state: GrantState): boolean => state === 'active' || state === 'awaiting-check';

/** The proxy no longer sees what they filed: the principal, or an officer, said that they should not. */
export const isCutOff = (state: GrantState): boolean => state === 'revoked' || state === 'papers-refused';

const sentences: Readonly<Record<GrantState, Readonly<Record<GrantSide, (until: string) => string>>>> = {
  requested: {
    proxy: () => '等对方签字。请把二维码给对方扫，或者点「在我的手机上签」。',
    principal: () => '等您签字。',
  },
  lapsed: {
    proxy: () => '三天里没有签，链接失效了。还要办的话，请重新发起。',
    principal: () => '链接失效了，请对方重新发一个。',
  },
  refused: { proxy: () => '对方没有同意。', principal: () => '您没有同意。' },
  'awaiting-check': {
    proxy: () => '可以先办，材料由经办人员在受理第一个办件时核对。',
    principal: () => '有人交了替您办事的材料，等经办人员核对。不是您的意思，请马上撤销。',
  },
  active: {
    proxy: (until) => `可以替对方办，到 ${until}为止。`,
    principal: (until) => `对方可以替您办，到 ${until}为止。您随时可以撤销。`,
  },
  'papers-refused': {
    proxy: () => '经办人员没有认可这份材料。可以请本人在手机上签，或者重新拍清楚再交。',
    principal: () => '经办人员没有认可对方交的材料，对方不能替您办。',
  },
  expired: {
    proxy: (until) => `委托到 ${until}已经到期。还要办的话，请对方重新签一份。`,
    principal: (until) => `委托到 ${until}已经到期。还要对方办的话，请重新签一份。`,
  },
  revoked: {
    proxy: () => '委托人已经撤销，不能再替对方办。还要办的话，请对方重新签一份。',
    principal: () => '您已经撤销，对方不能再替您办。',
  },
  'given-back': {
    proxy: () => '您已经不再替对方办。还要办的话，请对方重新签一份。',
    principal: () => '对方已经不再替您办。',
  },
};

/** The state in a sentence, with what to do next, for that side. */
export function saidOf(state: GrantState, side: GrantSide, until: string): string {
  return sentences[state][side](shownDate(until));
}

/** What the principal is to the proxy. */
export const relationNames: Readonly<Record<GrantRelation, string>> = {
  spouse: '配偶',
  father: '父亲',
  mother: '母亲',
  child: '子女',
  'parent-in-law': '公婆或岳父母',
  grandparent: '祖父母或外祖父母',
  grandchild: '孙辈',
  sibling: '兄弟姐妹',
  ward: '被监护人',
  other: '其他',
};
