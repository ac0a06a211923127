import assert from 'node:assert/strict';

/** The bytes are those of a PDF, from its first to its last. */
export function assertPdf(bytes: Buffer): void {
  assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-');
  assert.match(bytes.subarray(-16).toString('latin1'), /%%EOF/);
}
