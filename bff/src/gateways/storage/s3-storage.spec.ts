import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { S3Storage } from './s3-storage.js';
import { StorageUnavailable } from './storage-unavailable.js';
import { temporaryBucket } from './temporary-bucket.fixture.js';

describe('storage on S3', async () => {
  const bucket = await temporaryBucket();
  after(bucket.remove);

  test('a bucket that is not there, or a key that may not use it, is said at start by the setting', async () => {
    await assert.rejects(S3Storage.open({ ...bucket.settings, bucket: 'elsewhere' }), /S3_BUCKET.*«elsewhere»/);
    await assert.rejects(S3Storage.open({ ...bucket.settings, accessKeyId: 'STRANGER' }), /S3_ACCESS_KEY_ID/);
  });

  test('a server that is away is told as unavailable once the patience is over, and is not usable', async () => {
    const impatient = await bucket.open(0);
    await bucket.goAway();
    await assert.rejects(impatient.put('photos/a/full', Buffer.from('x')), StorageUnavailable);
    await assert.rejects(impatient.get('photos/a/full'), StorageUnavailable);
    await assert.rejects(impatient.list('photos/'), StorageUnavailable);
    await assert.rejects(impatient.requireUsable());
    // It may come yet: that is no reason not to start.
    await bucket.open(0);
    await bucket.comeBack();
    await impatient.requireUsable();
  });

  test('what is asked while the server is away for a moment is done when it is back', async () => {
    const storage = await bucket.open();
    await storage.put('photos/b/full', Buffer.from('before'));
    await bucket.goAway();
    const reading = storage.get('photos/b/full');
    const writing = storage.put('photos/c/full', Buffer.from('while away'));
    await bucket.comeBack();
    assert.equal((await reading).toString(), 'before');
    await writing;
    assert.equal((await storage.get('photos/c/full')).toString(), 'while away');
  });
});
