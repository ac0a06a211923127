/** What is kept about the person, and where they are logged in. */
import type { AccountClosing } from '@yiban/shared-types/personal-data';
import type { LoginView } from '@yiban/shared-types/session';
import { asCaller } from '../session/session';

export async function logins(): Promise<readonly LoginView[]> {
  return (await asCaller<LoginView[]>({ method: 'GET', path: '/me/sessions' })).data;
}

/** Everywhere but here. */
export async function endOtherLogins(): Promise<void> {
  await asCaller({ method: 'DELETE', path: '/me/sessions' });
}

/** Everything that is kept, as an .xlsx. */
export async function myDataWorkbook(): Promise<ArrayBuffer> {
  return (
    await asCaller<ArrayBuffer>({
      method: 'GET',
      path: '/me/export/workbook',
      responseType: 'arraybuffer',
      timeoutMs: 60_000,
    })
  ).data;
}

/** Throws `account-in-use` while a case is being worked on. */
export async function closeAccount(): Promise<AccountClosing> {
  return (await asCaller<AccountClosing>({ method: 'DELETE', path: '/me' })).data;
}
