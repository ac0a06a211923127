// The uploads of the BFF by themselves, as a process that a test may kill: the compiled controller behind HTTP, with a
// guard that takes the caller's word for who they are. Its settings come as JSON in UPLOAD_SERVER; it says its URL.
import { createRequire } from 'node:module';

const fromBff = createRequire(new URL('../../bff/package.json', import.meta.url));
const built = async (file: string) => import(new URL(`../../bff/dist/${file}`, import.meta.url).href);

fromBff('reflect-metadata');
const { NestFactory } = fromBff('@nestjs/core');
const { FastifyAdapter } = fromBff('@nestjs/platform-fastify');
const { Database } = await built('database/database.js');
const { Vault } = await built('crypto/vault.js');
const { Clock, SystemClock } = await built('clock.js');
const { STORAGE } = await built('gateways/storage/storage.js');
const { LocalDiskStorage } = await built('gateways/storage/local-disk-storage.js');
const { methodMeant } = await built('http/method-meant.js');
const { ProblemFilter } = await built('problems/problem.filter.js');
const { UploadsModule } = await built('uploads/uploads.module.js');
const { registerUploadBodies } = await built('uploads/upload-bodies.js');

interface Asked {
  readonly headers: Readonly<Record<string, string | undefined>>;
  caller?: { readonly kind: 'citizen'; readonly sessionId: string; readonly personId: string };
}

const { database, folder } = JSON.parse(process.env['UPLOAD_SERVER'] ?? '');

const providers = [
  { provide: Database, useValue: await Database.open(database) },
  { provide: Vault, useValue: new Vault(Buffer.alloc(32, 7)) },
  { provide: Clock, useValue: new SystemClock() },
  { provide: STORAGE, useValue: await LocalDiskStorage.open(folder) },
];
/** Nest wants a class for a module; it looks at its identity only. */
const module = (): unknown =>
  class {
    readonly empty = true;
  };
const base = { module: module(), global: true, providers, exports: providers.map(({ provide }) => provide) };

const app = await NestFactory.create(
  { module: module(), imports: [base, UploadsModule] },
  new FastifyAdapter({ rewriteUrl: methodMeant }),
  {
    logger: ['error', 'warn'],
  },
);
app.setGlobalPrefix('api/v1');
app.useGlobalFilters(new ProblemFilter({ error: (what: unknown) => console.error(JSON.stringify(what)) }));
app.useGlobalGuards({
  canActivate(context: { switchToHttp: () => { getRequest: () => Asked } }) {
    const request = context.switchToHttp().getRequest();
    const personId = request.headers['x-person'];
    if (personId !== undefined) request.caller = { kind: 'citizen', sessionId: 's', personId };
    return true;
  },
});
registerUploadBodies(app.getHttpAdapter().getInstance());
await app.listen(0, '127.0.0.1');
console.log(await app.getUrl());
