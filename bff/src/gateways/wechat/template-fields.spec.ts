import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateFields } from './template-fields.js';

test('what fits is sent as it is', () => {
  assert.deepEqual(
    templateFields({ thing1: '异地安置退休人员备案', phrase2: '已办结', character_string3: 'YB-2026-000001' }),
    {
      thing1: { value: '异地安置退休人员备案' },
      phrase2: { value: '已办结' },
      character_string3: { value: 'YB-2026-000001' },
    },
  );
});

test('prose loses its end at 20 characters, counting a rare glyph as one', () => {
  const fields = templateFields({ thing1: `𬭎${'一'.repeat(25)}` });
  assert.equal([...(fields?.thing1?.value ?? '')].length, 20);
  assert.ok(fields?.thing1?.value.endsWith('…'));
});

test('a number, name or phrase that is too long is not shortened but refused', () => {
  assert.equal(templateFields({ character_string1: '1'.repeat(33) }), undefined);
  assert.equal(templateFields({ name1: '一二三四五六七八九十一' }), undefined);
  assert.equal(templateFields({ phrase1: '正在审核中了' }), undefined);
  assert.equal(templateFields({ thing1: ' ' }), undefined);
  assert.equal(templateFields({ nonsense: 'x' }), undefined);
});
