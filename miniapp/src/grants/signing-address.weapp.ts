/**
 * Where the principal signs: a web address, which WeChat opens in the mini-program where its 普通链接二维码 rule names it,
 * and any other scanner in the browser. Described in signing-address.h5.ts.
 */
import { apiHost } from '../api/api-base';

export function signingAddress(code: string): string {
  return `${apiHost}/#/packages/proxy/sign/index?code=${code}`;
}
