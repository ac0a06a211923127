import type { CredentialConfig } from './credential/http-credential-gateway.js';
import type { PlatformConnection } from './insurance-platform/platform-region.js';
import type { SmsConfig } from './sms/http-sms-gateway.js';
import type { MessageTemplates } from './wechat/message-templates.js';
import type { WechatConfig } from './wechat/http-wechat-gateway.js';

/**
 * How to reach the sandbox of the outside systems (`scripts/sandbox`) on a developer's machine. The secrets below are
 * worth nothing: they open the sandbox alone, and the configuration refuses them in production.
 */
export function sandboxConnections(sandboxUrl: string, callbackUrl?: string): SandboxConnections {
  return {
    platform: {
      baseUrl: sandboxUrl,
      national: { paasId: 'yiban-sandbox', token: 'sandbox-platform-token' },
      province: {
        appId: '43AF047BBA47FC8A1AE8EFB200000000',
        secret: 'TESTSECRETTESTSECRETTESTSECRET00',
        privateKey: 'd2b5a87004391a0a023c8d8e3aed5beae78a876d6560607834bf61ef70a1a016',
        platformPublicKey:
          '043faa9e6da931939d07cfc29391e7ddbba28afd7223fc901ebb5763ab3cadaac8' +
          'b202d738a4e9c53841ac5e75c2f5111c810b8745db9a14e2fe61db2bf4672067',
      },
    },
    credential: {
      baseUrl: sandboxUrl,
      account: { paasId: 'yiban-sandbox', token: 'sandbox-credential-token' },
      orgId: 'YIBAN-SANDBOX',
      operator: { id: 'yiban', name: '医保易办' },
      office: { id: '001', name: '掌上服务' },
    },
    wechat: {
      baseUrl: sandboxUrl,
      appId: 'wx00000000sandbox0',
      appSecret: 'sandbox-wechat-secret',
      state: 'developer',
    },
    messageTemplates: {
      progress: {
        id: 'sandbox-template-progress',
        fields: { thing1: 'item', phrase2: 'state', thing3: 'todo', thing4: 'until', character_string5: 'number' },
      },
      supplement: {
        id: 'sandbox-template-supplement',
        fields: { thing1: 'item', phrase2: 'state', thing3: 'todo', thing4: 'until', character_string5: 'number' },
      },
      result: {
        id: 'sandbox-template-result',
        fields: { thing1: 'item', phrase2: 'state', thing3: 'todo', thing4: 'until', character_string5: 'number' },
      },
    },
    sms: {
      baseUrl: sandboxUrl,
      appId: 'yiban-sandbox',
      secret: 'sandbox-sms-secret',
      ...(callbackUrl === undefined ? {} : { callbackUrl }),
    },
  };
}

export interface SandboxConnections {
  readonly platform: PlatformConnection;
  readonly credential: CredentialConfig;
  readonly wechat: WechatConfig;
  readonly messageTemplates: MessageTemplates;
  readonly sms: SmsConfig;
}
