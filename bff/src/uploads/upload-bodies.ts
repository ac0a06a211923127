import type { FastifyInstance } from 'fastify';
import { problem } from '../problems/problem.js';

/**
 * Leaves chunks unread for `TusService`. Call it once, before the application listens. Nowhere but at the uploads: a
 * stream is no body for an endpoint that validates one (class-transformer would walk into its socket and end the process).
 */
export function registerUploadBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/offset+octet-stream', (request, payload, done) => {
    if (request.routeOptions.url?.startsWith('/api/v1/uploads/') === true) done(null, payload);
    else done(problem('unsupported-media-type'));
  });
}
