/**
 * What a new password must be: long, not about its owner, and nothing that is tried first: a common password, a walk on
 * the keyboard, a row, a date, or some of them after one another (NIST SP 800-63B, 3.1.1.2). Pure.
 */
import type { ProblemDetail } from '@yiban/shared-types/problems';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const shortest = 12;
const fewestSigns = 6;
/** Guesses that a password must withstand, as a power of ten. */
const fewestGuesses = 10;
/** Guessing takes long for long ones; what begins well is good. */
const longestGuessed = 64;

/** Common here, and on no list from abroad. */
const local =
  'yibao yiban yiliao shebao gansu lanzhou shanxi xinjiang beijing zhongguo woaini mima guanliyuan admin jingban chuangkou'.split(
    ' ',
  );
const guesser = new ZxcvbnFactory({ dictionary: { ...dictionary, local }, graphs: adjacencyGraphs });

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
  if (faults.length === 0 && isGuessable(password, [username, name]))
    faults.push('这个密码很多人用过，容易被猜到。请换一句只有您想得到的话。');
  return faults.map((message) => ({ pointer: '/password', code: 'password-weak', message }));
}

function isGuessable(password: string, own: string[]): boolean {
  return guesser.check(password.slice(0, longestGuessed), own).guessesLog10 < fewestGuesses;
}
