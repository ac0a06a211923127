import assert from 'node:assert/strict';
import { test } from 'node:test';
import { platformAnswer, refusalOf, withoutPersonalData } from './platform-answer.js';

test("the bureau's own code is read from its sentence", () => {
  assert.deepEqual(refusalOf({ infcode: '-1', err_msg: '[2004] 未查到参保信息' }), {
    code: '2004',
    message: '未查到参保信息',
  });
  assert.deepEqual(refusalOf({ infcode: '-1', err_msg: '系统错误' }), { code: 'infcode-1', message: '系统错误' });
});

test('infcode is understood as number and as text', () => {
  assert.equal(platformAnswer.parse({ infcode: 0 }).infcode, '0');
  assert.equal(platformAnswer.parse({ infcode: '-1', output: null }).infcode, '-1');
});

test('a sentence that repeats the person is blotted', () => {
  const sent = { data: { psn_name: '赵秀兰', certno: '620100195503080021', insutype: '310' } };
  assert.equal(
    withoutPersonalData('参保人赵秀兰(620100195503080021)险种310电话13900000001未参保', sent),
    '参保人＊＊(＊＊)险种310电话＊＊未参保',
  );
});
