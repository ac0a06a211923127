/** Where the principal signs: this site's own page. Interface shared with signing-address.weapp.ts. */
export function signingAddress(code: string): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#/packages/proxy/sign/index?code=${code}`;
}
