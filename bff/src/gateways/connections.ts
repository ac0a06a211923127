/** How the outside systems are reached: secrets, from the file that GATEWAYS_FILE names, never in the repository. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../config.js';
import type { CredentialConfig } from './credential/http-credential-gateway.js';
import { platformConnectionSchema, type PlatformConnection } from './insurance-platform/platform-region.js';
import { sandboxConnections } from './sandbox-connections.js';
import type { SmsConfig } from './sms/http-sms-gateway.js';
import { messageTemplatesSchema, type MessageTemplates } from './wechat/message-templates.js';
import type { WechatConfig } from './wechat/http-wechat-gateway.js';

const named = z.strictObject({ id: z.string(), name: z.string() });

const connectionsFile = z.strictObject({
  /** By region code; each bureau has its own address and account. */
  platforms: z.record(z.string().regex(/^\d{6}$/), platformConnectionSchema),
  credential: z.strictObject({
    baseUrl: z.url(),
    account: z.strictObject({ paasId: z.string(), token: z.string() }),
    orgId: z.string(),
    operator: named,
    office: named,
  }),
  wechat: z.strictObject({
    baseUrl: z.url(),
    appId: z.string(),
    appSecret: z.string(),
    state: z.enum(['developer', 'trial', 'formal']),
    /** Without any, people are told in the inbox and by SMS alone. */
    templates: messageTemplatesSchema.default({}),
  }),
  sms: z.strictObject({ baseUrl: z.url(), appId: z.string(), secret: z.string() }),
});

export interface Connections {
  readonly platformOf: (region: string) => PlatformConnection;
  readonly credential: CredentialConfig;
  readonly wechat: WechatConfig;
  readonly messageTemplates: MessageTemplates;
  readonly sms: SmsConfig;
}

/** Throws one error that names every field of the file that is wrong. */
export function readConnections({ file, sandboxUrl, timeoutMs }: Config['gateways']): Connections {
  if (file === null) {
    const { platform, credential, wechat, messageTemplates, sms } = sandboxConnections(sandboxUrl);
    return {
      platformOf: () => platform,
      credential: { ...credential, timeoutMs },
      wechat: { ...wechat, timeoutMs },
      messageTemplates,
      sms: { ...sms, timeoutMs },
    };
  }
  const parsed = connectionsFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    throw new Error(
      `GATEWAYS_FILE ${file}:\n  ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n  ')}`,
    );
  }
  const { platforms, credential, sms } = parsed.data;
  const { templates: messageTemplates, ...wechat } = parsed.data.wechat;
  return {
    platformOf: (region) => {
      const platform = platforms[region];
      if (platform === undefined) throw new Error(`GATEWAYS_FILE names no platform for region ${region}`);
      return platform;
    },
    credential: { ...credential, timeoutMs },
    wechat: { ...wechat, timeoutMs },
    messageTemplates,
    sms: { ...sms, timeoutMs },
  };
}
