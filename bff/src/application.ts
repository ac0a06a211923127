import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { methodMeant } from './http/method-meant.js';
import { describeApi } from './http/open-api.js';
import { problem } from './problems/problem.js';
import { registerUploadBodies } from './uploads/upload-bodies.js';

const bodyLimit = 1_200_000;

/** The whole server, ready to listen: API, OpenAPI document and the browser build of the mini-program. */
export async function createApplication(config: Config): Promise<NestFastifyApplication> {
  const headers = securityHeaders(config);
  const adapter = new FastifyAdapter({
    bodyLimit,
    // How many, not «any»: else whoever sends X-Forwarded-For is whoever they like.
    trustProxy: (_, hop) => hop < config.trustedProxies,
    // A request that does not arrive in time, and connections that wait for nothing when we stop.
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    // An address that the router cannot read; its own answer would repeat it.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) => {
      void reply
        .status(404)
        .headers(headers)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem('unknown-route').body()));
    },
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: methodMeant,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    // What goes wrong is told by our own log and, at start, by main.ts: once, without a stack.
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.enableShutdownHooks();
  const fastify: FastifyInstance = adapter.getInstance();
  registerUploadBodies(fastify);
  fastify.addHook('onRequest', forgetTypeOfNothing);
  fastify.addHook('onRequest', async (_, reply) => {
    void reply.headers(headers);
  });
  leaveNoConnectionIdle(fastify);
  if (config.role === 'worker') fastify.addHook('onRequest', answerForHealthAlone);
  describeApi(app);
  if (existsSync(config.webDir)) {
    await app.register(fastifyStatic, {
      root: config.webDir,
      preCompressed: true,
      // Names of scripts and styles carry their hash; the page itself and what keeps it are asked for anew.
      setHeaders: (reply, file) => {
        const named = !/(\.html|service-worker\.js)(\.br|\.gz)?$/.test(file);
        void reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  await app.init();
  return app;
}

/** `wx.request` calls a body that is not there JSON, too. */
async function forgetTypeOfNothing({ headers }: FastifyRequest): Promise<void> {
  if ((headers['content-length'] ?? '0') === '0' && headers['transfer-encoding'] === undefined)
    delete headers['content-type'];
}

/** A worker is asked how it is, and nothing else. */
async function answerForHealthAlone({ url }: FastifyRequest): Promise<void> {
  if (!/^\/(health\/|metrics$)/.test(url)) throw problem('unknown-route');
}

/** Headers of every answer: nothing foreign is loaded, nothing is framed or read by others, nothing leaks by the referrer. */
function securityHeaders({ publicUrl }: Config): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy':
      "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
    // Only who is reached over TLS may promise to stay with it.
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/**
 * While we stop: a connection whose last answer is out is ended, too. The server itself ends those that are idle at that
 * moment alone, and would wait for the others as long as their clients keep them.
 */
function leaveNoConnectionIdle(fastify: FastifyInstance): void {
  fastify.addHook('preClose', (done) => {
    const timer = setInterval(() => fastify.server.closeIdleConnections(), 100).unref();
    fastify.server.once('close', () => clearInterval(timer));
    done();
  });
}
