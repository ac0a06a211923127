import { readFileSync } from 'node:fs';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../config.js';
import { officerRoles } from '../http/officer-roles.js';
import { OfficerLoginService } from './officer-login.service.js';

const officersFile = z.array(
  z.object({
    username: z.string().min(1).max(60),
    name: z.string().min(1).max(60),
    region: z.string().regex(/^\d{6}$/),
    roles: z.array(z.enum(officerRoles)).min(1),
    password: z.string().min(12),
    /** Base32. */
    totpSecret: z.string().regex(/^[A-Z2-7]{16,}$/),
  }),
);

/** Adds the officers of OFFICERS_FILE at start: the first ones of a new installation. */
@Injectable()
export class OfficersOnFile implements OnApplicationBootstrap {
  constructor(
    private readonly logins: OfficerLoginService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.officersFile === null) return;
    const parsed = officersFile.safeParse(JSON.parse(readFileSync(this.config.officersFile, 'utf8')));
    if (!parsed.success) {
      throw new Error(
        `OFFICERS_FILE:\n  ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n  ')}`,
      );
    }
    for (const officer of parsed.data) await this.logins.add(officer);
  }
}
