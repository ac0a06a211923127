/** A browser has no subscription messages. Interface shared with ask.weapp.ts. */

export function prepareAsking(): void {}

export async function askToBeTold(): Promise<void> {}
