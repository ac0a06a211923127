import fastify, { type FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { bankRoutes } from './bank-routes.ts';
import { CredentialCodes } from './credential-codes.ts';
import { credentialRoutes } from './credential-routes.ts';
import { humanRoutes } from './human-routes.ts';
import { Journal } from './journal.ts';
import { Misbehaviour } from './misbehaviour.ts';
import { Ledger } from './platform/ledger.ts';
import { platformRoutes } from './platform/routes.ts';
import { TransferLetters } from './platform/transfer-letters.ts';
import { smsRoutes } from './sms-routes.ts';
import { wechatRoutes } from './wechat-routes.ts';

/**
 * The outside systems in one server: insurance platform, credential decoding, WeChat, text messages, a bank, speaking the
 * protocols of design/gateways.md. Without `dataDir` it forgets everything when it is closed. `transferDelayMs`: after
 * how long the other agency of a transfer answers by itself.
 */
export async function buildSandbox({
  dataDir,
  transferDelayMs = 0,
}: { dataDir?: string; transferDelayMs?: number } = {}): Promise<FastifyInstance> {
  // Nothing is logged: bodies and addresses carry personal data, and the page shows what came in.
  const app = fastify({ logger: false, bodyLimit: 1024 * 1024, forceCloseConnections: true });
  const journal = await Journal.open(dataDir);
  const ledger = new Ledger(journal);
  const letters = new TransferLetters({ ledger, journal, delayMs: transferDelayMs });
  const codes = new CredentialCodes();
  const misbehaviour = new Misbehaviour();

  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ZodError) return reply.code(400).send({ message: 'bad request' });
    const status =
      error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    if (status >= 500) console.error(error);
    return reply.code(status).send({ message: status >= 500 ? 'the sandbox failed' : 'bad request' });
  });
  app.addHook('onClose', () => journal.close());

  platformRoutes(app, { ledger, letters, codes, misbehaviour });
  credentialRoutes(app, { codes, ledger, misbehaviour });
  wechatRoutes(app, journal, misbehaviour);
  app.register((scope, _options, done) => {
    smsRoutes(scope, journal, misbehaviour);
    done();
  });
  app.register((scope, _options, done) => {
    bankRoutes(scope);
    done();
  });
  humanRoutes(app, { ledger, letters, codes, journal, misbehaviour });
  return app;
}
