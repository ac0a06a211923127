import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, instant, key, makeMissing, text, unique, varchar, whole } from './missing-tables.js';

/** Who may file for whom. */
export class ProxyGrants1764201000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeMissing(runner, [
      {
        name: 'proxy_grants',
        columns: [
          key(id('id')),
          id('proxyId'),
          id('principalId', true),
          varchar('region', 6),
          varchar('evidence', 12),
          text('items', true),
          varchar('lastDay', 10),
          varchar('status', 12),
          varchar('ending', 16, true),
          text('sealedParties'),
          unique(varchar('linkIndex', 64, true)),
          text('sealedLink', true),
          instant('linkExpiresAt', true),
          id('scannedId', true),
          instant('scannedAt', true),
          text('papers'),
          whole('tellPrincipal'),
          instant('createdAt'),
          instant('signedAt', true),
          instant('confirmedAt', true),
          id('confirmedBy', true),
          instant('endedAt', true),
        ],
        indices: { proxy_grants_proxy: ['proxyId', 'id'], proxy_grants_principal: ['principalId', 'id'] },
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('proxy_grants');
  }
}
