import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { problemCodes, type ProblemCode } from '../problems/problem-codes.js';
import { accessKey, problemsKey, type Access } from './access.js';

/**
 * Serves `/api/openapi.json`: every endpoint with its body, who may call it (`x-access`), and its problem codes. Put
 * together when it is first asked for.
 */
export function describeApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api', app, () => documentOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    ui: false,
    raw: ['json'],
  });
}

function documentOf(app: NestFastifyApplication): OpenAPIObject {
  const options = new DocumentBuilder().setTitle('医保易办 BFF').setVersion('1').addBearerAuth().build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
  });
  const rules = rulesOf(app);
  for (const path of Object.values(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const) {
      const operation = path[method];
      const rule = rules.get(operation?.operationId ?? '');
      if (operation === undefined || rule === undefined) continue;
      Object.assign(operation, {
        'x-access': rule.access,
        ...(rule.access === 'public' ? {} : { security: [{ bearer: [] }] }),
      });
      Object.assign(operation.responses, responsesOf(rule.problems));
    }
  }
  return document;
}

interface Rule {
  readonly access: Access | null;
  readonly problems: readonly ProblemCode[];
}

function rulesOf(app: NestFastifyApplication): ReadonlyMap<string, Rule> {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const rules = new Map<string, Rule>();
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype: unknown = metatype.prototype;
    if (typeof prototype !== 'object' || prototype === null) continue;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method: unknown = Reflect.get(prototype, name);
      if (typeof method !== 'function') continue;
      const access = reflector.getAllAndOverride<Access | undefined>(accessKey, [method, metatype]) ?? null;
      const own = reflector.get<readonly ProblemCode[] | undefined>(problemsKey, method) ?? [];
      rules.set(`${metatype.name}.${name}`, { access, problems: [...own, ...commonProblems(access)] });
    }
  }
  return rules;
}

/** Codes that any endpoint of that access may answer with. */
function commonProblems(access: Access | null): readonly ProblemCode[] {
  const always: readonly ProblemCode[] = ['malformed-request', 'too-many-requests', 'internal-error'];
  if (access === 'public' || access === null) return always;
  if (access === 'session' || access === 'citizen')
    return [
      ...always,
      'session-required',
      'session-expired',
      ...(access === 'citizen' ? (['credential-required'] as const) : []),
    ];
  return [...always, 'session-required', 'session-expired', 'officer-required', 'not-allowed'];
}

function responsesOf(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes))
    byStatus.set(problemCodes[code][0], [...(byStatus.get(problemCodes[code][0]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      String(status),
      {
        description: list.map((code) => `\`${code}\` ${problemCodes[code][1]}`).join('; '),
        content: { 'application/problem+json': { schema: { type: 'object', properties: { code: { enum: list } } } } },
      },
    ]),
  );
}
