import type { FastifyInstance } from 'fastify';
import { problem } from '../problems/problem.js';

/**
 * Leaves chunks unread for `TusService`. Call it once, before the application listens. Nowhere but there: a
 * stream is no body for an endpoint that validates one (class-transformer would walk into its socket and end the process).
 */
export function registerUploadBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/offset+octet-stream', (request, payload, done) => {
    if (request.routeOptions.url === '/api/v1/uploads/:id') done(null, payload);
    else done(problem('unsupported-media-type'));
  });
}
