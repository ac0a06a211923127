/**
 * A process of its own: the models take hundreds of megabytes, and a picture that breaks native code must not take the
 * server with it. Answers one request after another; ends when the server does.
 */
import { setPriority } from 'node:os';
import { readingRequest, type ReadingAnswer } from './reading-exchange.js';

// People who tap a button come before papers that are read in the background.
setPriority(5);
process.on('disconnect', () => process.exit());

try {
  const { TextModels } = await import('./text-models.js');
  const { readPicture } = await import('./read-picture.js');
  const models = await TextModels.load();
  process.on('message', (message) => {
    const { bytes, seekCodes } = readingRequest.parse(message);
    readPicture(models, bytes, seekCodes).then(
      (text) => answer({ kind: 'text', text }),
      (error: unknown) => answer({ kind: 'failed', cause: causeOf(error) }),
    );
  });
  answer({ kind: 'ready' });
} catch (error) {
  answer({ kind: 'unavailable', cause: causeOf(error) });
}

function answer(message: ReadingAnswer): void {
  process.send?.(message);
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
