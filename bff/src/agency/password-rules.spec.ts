import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFaults } from './password-rules.js';

const owner = { username: 'xinlai-yi', name: '张三丰' };
const said = (password: string): string =>
  passwordFaults(password, owner)
    .map(({ message }) => message)
    .join('');

for (const password of [
  'password1234',
  'Password123!',
  'P@ssw0rd2026',
  'qwertyuiop123',
  '1qaz2wsx3edc4rfv',
  '123456789abc',
  'abcdefghijklmn',
  'woaini1314520',
  'yibao20261125',
  'admin@123456',
])
  test(`${password} is refused: it is tried first`, () => assert.match(said(password), /容易被猜到/));

for (const [password, why] of [
  ['short', /至少 12 位/],
  ['aaaaaaaaaaaaaa', /重复的字太多/],
  ['Xinlai-yi-de-mima', /不要带账号/],
  ['我叫张三丰住在兰州城关区', /不要带账号或姓名/],
] as const)
  test(`${password} is refused, and why is said`, () => assert.match(said(password), why));

for (const password of [
  '兰州的牛肉面一清二白三红四绿',
  'correct horse battery',
  'kd83hs7fj2ls',
  'a1B2'.repeat(4) + '牛肉面要多放辣子蒜苗',
])
  test(`${password} is good`, () => assert.equal(said(password), ''));

test('of a very long one the beginning is looked at: a good end makes no good password of a bad one', () => {
  assert.match(said(`${'a1b2c3'.repeat(11)}${'兰州的牛肉面一清二白三红四绿'.repeat(9)}`), /容易被猜到/);
});
