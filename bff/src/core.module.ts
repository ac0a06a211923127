import { Global, Module, type DynamicModule } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { Clock, SystemClock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { KeyStore } from './crypto/key-store.js';
import { MasterKeys } from './crypto/master-keys.js';
import { Vault } from './crypto/vault.js';
import { Database } from './database/database.js';
import { Presence } from './database/presence.js';
import { readConnections } from './gateways/connections.js';
import { HttpCredentialGateway } from './gateways/credential/http-credential-gateway.js';
import { HttpInsurancePlatform } from './gateways/insurance-platform/http-insurance-platform.js';
import { HttpSmsGateway } from './gateways/sms/http-sms-gateway.js';
import { ChildProcessReader } from './gateways/reader/child-process-reader.js';
import { READER } from './gateways/reader/reader.js';
import { openStorage } from './gateways/storage/open-storage.js';
import { STORAGE } from './gateways/storage/storage.js';
import { CREDENTIAL, MESSAGE_TEMPLATES, PLATFORM, REDIS, SMS, WECHAT } from './gateways/tokens.js';
import { HttpWechatGateway } from './gateways/wechat/http-wechat-gateway.js';
import { LOGGER } from './logging.js';
import { BackgroundWork } from './work/background-work.js';
import { ProcessQueue } from './work/process-queue.js';
import { WORK_QUEUE } from './work/work-queue.js';

/** What every capability leans on: configuration, data, keys, the catalogue and the outside systems. */
@Global()
@Module({})
export class CoreModule {
  static with(config: Config): DynamicModule {
    const connections = readConnections(config.gateways);
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useFactory: (): Logger => pino({ level: config.logLevel, base: null }) },
      { provide: Clock, useClass: SystemClock },
      {
        provide: CatalogueService,
        inject: [Clock],
        useFactory: (clock: Clock) => CatalogueService.load(config.catalogueDir, clock),
      },
      {
        provide: Database,
        inject: [LOGGER],
        useFactory: (logger: Logger) => Database.open(config.database, (message) => logger.warn(message)),
      },
      {
        provide: Presence,
        // After the migrations, which one process makes while the others wait.
        inject: [Database],
        useFactory: () => Presence.open(config.database, config.gateways.instance),
      },
      {
        provide: KeyStore,
        inject: [Database],
        useFactory: (database: Database) =>
          KeyStore.open(
            database,
            new MasterKeys(config.masterKeys.current, config.masterKeys.previous),
            config.cipherSuite,
          ),
      },
      { provide: Vault, inject: [KeyStore], useFactory: ({ keyring }: KeyStore) => new Vault(keyring) },
      {
        provide: REDIS,
        inject: [LOGGER],
        useFactory: async (logger: Logger) => {
          if (config.redisUrl === null) return null;
          const { Redis } = await import('./gateways/redis/redis.js');
          return Redis.open(config.redisUrl, (message) => logger.warn(message));
        },
      },
      {
        provide: WORK_QUEUE,
        useFactory: async () => {
          if (config.redisUrl === null) return new ProcessQueue();
          const { RedisQueue } = await import('./gateways/redis/redis-queue.js');
          return new RedisQueue(config.redisUrl);
        },
      },
      BackgroundWork,
      { provide: STORAGE, useFactory: () => openStorage(config.storage) },
      {
        provide: PLATFORM,
        inject: [CatalogueService, Presence],
        useFactory: (catalogue: CatalogueService, presence: Presence) =>
          new HttpInsurancePlatform({
            regions: catalogue.regions().map(({ code }) => {
              const { divisions, platform } = catalogue.region(code);
              return { code, divisions, ...platform, connection: connections.platformOf(code) };
            }),
            timeoutMs: config.gateways.timeoutMs,
            instance: () => presence.number,
          }),
      },
      { provide: CREDENTIAL, useFactory: () => new HttpCredentialGateway(connections.credential) },
      { provide: WECHAT, useFactory: () => new HttpWechatGateway(connections.wechat) },
      { provide: MESSAGE_TEMPLATES, useValue: connections.messageTemplates },
      { provide: READER, useFactory: () => new ChildProcessReader() },
      { provide: SMS, useFactory: () => new HttpSmsGateway(connections.sms) },
    ];
    return { module: CoreModule, providers, exports: providers.map((one) => ('provide' in one ? one.provide : one)) };
  }
}
