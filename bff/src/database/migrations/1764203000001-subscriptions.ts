import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, instant, key, makeMissing, varchar } from './missing-tables.js';

/** The ledger of subscription messages: one accept, one send. */
export class Subscriptions1764203000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, [
      {
        name: 'subscription_consents',
        columns: [
          key(id('id')),
          varchar('wechatIndex', 64),
          varchar('topic', 20),
          instant('acceptedAt'),
          instant('usedAt', true),
          varchar('usedFor', 80, true),
        ],
        indices: {
          subscription_consents_left: ['wechatIndex', 'topic', 'usedAt'],
          subscription_consents_used_for: ['usedFor'],
        },
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('subscription_consents');
  }
}
