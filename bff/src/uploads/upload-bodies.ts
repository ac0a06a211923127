import type { FastifyInstance } from 'fastify';

/** Leaves chunks unread for `TusService`. Call it once, before the application listens. */
export function registerUploadBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload));
}
