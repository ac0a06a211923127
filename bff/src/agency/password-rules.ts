/** What a new password must be: long, not about its owner, not one key over and over (NIST SP 800-63B, 3.1.1.2). Pure. */
import type { ProblemDetail } from '@yiban/shared-types/problems';

const shortest = 12;
const fewestSigns = 6;

export function passwordFaults(
  password: string,
  { username, name }: { readonly username: string; readonly name: string },
): readonly ProblemDetail[] {
  const lower = password.toLowerCase();
  const faults = [
    ...(password.length < shortest ? [`密码至少 ${shortest} 位，可以用一句好记的话。`] : []),
    ...(new Set(lower).size < fewestSigns ? ['密码里重复的字太多，请多换几个。'] : []),
    ...([username.toLowerCase(), name].some((own) => own.length > 2 && lower.includes(own))
      ? ['密码里不要带账号或姓名。']
      : []),
  ];
  return faults.map((message) => ({ pointer: '/password', code: 'password-weak', message }));
}
