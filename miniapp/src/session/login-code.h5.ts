/** A browser has no login code: the session begins as nobody's. */
export async function loginBody(): Promise<object> {
  return { browser: true };
}
