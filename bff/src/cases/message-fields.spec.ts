import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateFields } from '../gateways/wechat/template-fields.js';
import { shortMessage } from './message-fields.js';

test('every short message fits WeChat’s fields whole: a state of five characters, what to do in twenty', () => {
  for (const status of ['accepted', 'supplement', 'payment', 'closed', 'declined', 'rejected'] as const) {
    const said = shortMessage(status);
    assert.ok(said !== null, status);
    assert.deepEqual(templateFields({ phrase1: said.state, thing2: said.todo }), {
      phrase1: { value: said.state },
      thing2: { value: said.todo },
    });
  }
});

test('what the person did, and what only the agency needs to know, is not sent', () => {
  for (const status of ['draft', 'submitted', 'first-review', 'second-review', 'withdrawn'] as const)
    assert.equal(shortMessage(status), null);
});
