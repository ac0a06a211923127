import type { IncomingMessage } from 'node:http';

/**
 * `wx.request` knows no PATCH, and no HEAD that tells headers: the mini-program sends them as a POST that says so. Gives
 * such a request the method that is meant, before it is routed; its address stays (Fastify's `rewriteUrl`).
 */
export function methodMeant(request: IncomingMessage): string {
  const meant = String(request.headers['x-http-method-override'] ?? '').toUpperCase();
  const { url = '/' } = request;
  // The answer to a HEAD has no body, for which whoever sent a POST would wait: only uploads answer so that they need not.
  const allowed = url.startsWith('/api/v1/uploads/') ? ['PATCH', 'HEAD', 'DELETE'] : ['PATCH', 'DELETE'];
  if (request.method === 'POST' && allowed.includes(meant)) request.method = meant;
  return url;
}
