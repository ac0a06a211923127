/** Ways from page to page, each in one place, so that a page's parameters are written once. */
import Taro from '@tarojs/taro';

/** WeChat opens no more pages on top of each other. */
const DEEPEST_STACK = 10;

export function openItem(item: string, region: string): void {
  openPage('pages/item/index', { id: item, region });
}

/** Items of a life event or of a group. */
export function openItems(by: { event: string } | { group: string }): void {
  openPage('pages/items/index', { ...by });
}

export function openCase(id: string): void {
  openPage('pages/case/index', { id });
}

/** Comes back to the page that opened it when the credential was scanned. */
export function openCredential(): void {
  openPage('pages/credential/index', {});
}

/**
 * The form of an item; `form` are answers that the way in gives, 「取消」 for one. `whom`: `self`, a grant's id, `choose` to
 * be asked; '' asks only where there is more than one answer.
 */
export function openFiling(
  item: string,
  region: string,
  { form = {}, whom = '' }: { readonly form?: Readonly<Record<string, string>>; readonly whom?: string } = {},
): void {
  const parameters: Record<string, string> = { item, region, ...(whom === '' ? {} : { whom }) };
  for (const [question, answer] of Object.entries(form)) parameters[`form.${question}`] = answer;
  openPage('packages/filing/index/index', parameters);
}

/** The same for a unit that one acts for. */
export function openFilingFor(unit: string, item: string, region: string): void {
  openPage('packages/filing/index/index', { item, region, unit });
}

/** Units that one acts for; with an item: for which of them it is filed. */
export function openUnits(item = '', region = ''): void {
  openPage('packages/units/index/index', item === '' ? {} : { item, region });
}

export function openAddUnit(item: string, region: string): void {
  openPage('packages/units/add/index', item === '' ? {} : { item, region });
}

export function openUnit(id: string): void {
  openPage('packages/units/unit/index', { id });
}

/** The conversation about a case. */
export function openTalk(caseId: string): void {
  openPage('packages/talk/index/index', { case: caseId });
}

/** A draft, or a case that waits for a supplement. */
export function continueFiling(caseId: string): void {
  openPage('packages/filing/index/index', { case: caseId });
}

/** Who may act for whom. */
export function openGrants(): void {
  openPage('packages/proxy/index/index', {});
}

export function openGrant(id: string): void {
  openPage('packages/proxy/grant/index', { id });
}

/** Asks a relative for the right to file for them; with an item: that one to begin with. */
export function openAskForGrant(item = '', region = ''): void {
  openPage('packages/proxy/ask/index', item === '' ? {} : { item, region });
}

/** In place of the questions that led to it. */
export function goOnToGrant(id: string): void {
  void Taro.redirectTo({ url: `/packages/proxy/grant/index?id=${encodeURIComponent(id)}` });
}

/** The principal, who is beside, signs on this phone. */
export function openSignHere(grant: string): void {
  openPage('packages/proxy/sign/index', { grant });
}

export function openQueries(): void {
  openPage('packages/query/index/index', {});
}

/** What is kept about the person, where they are logged in, and the end of both. */
export function openMyData(): void {
  openPage('packages/query/mydata/index', {});
}

/** One kind of records at the insurance platform. */
export function openQuery(page: 'accounts' | 'payments' | 'entitlements' | 'unit'): void {
  openPage(`packages/query/${page}/index`, {});
}

/** The estimate of the maternity allowance, by the region's rules. */
export function openAllowance(region: string): void {
  openPage('packages/query/allowance/index', { region });
}

/** Public notices of a region, open to everyone. */
export function openPublicNotices(region: string): void {
  openPage('packages/query/notices/index', { region });
}

/** How people rate the items of a region, open to everyone. */
export function openRatings(region: string): void {
  openPage('packages/query/ratings/index', { region });
}

export function openMessages(): void {
  openPage('packages/query/messages/index', {});
}

export function openVerification(): void {
  openPage('packages/verify/index/index', {});
}

export function openAgency(): void {
  openPage('packages/agency/index/index', {});
}

export function goHome(): void {
  void Taro.switchTab({ url: '/pages/home/index' });
}

function openPage(path: string, parameters: Readonly<Record<string, string>>): void {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const url = `/${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  void (Taro.getCurrentPages().length < DEEPEST_STACK ? Taro.navigateTo({ url }) : Taro.redirectTo({ url }));
}
