import { ArrayMinSize, IsIn } from 'class-validator';
import { officerRoles } from '../http/officer-roles.js';
import { Text, Texts } from '../http/fields.js';
import type { OfficerRole } from '@yiban/shared-types/agency';

const code = { min: 6, max: 6, pattern: /^\d{6}$/, description: 'Code of the authenticator.' };

export class NewOfficerAccount {
  @Text({ min: 3, max: 60, pattern: /^[a-z][a-z0-9-]+$/, description: 'Name to log in with.' })
  username!: string;

  @Text({ max: 60, pattern: /\S/ })
  name!: string;

  @Texts({ most: 7, max: 20 })
  @ArrayMinSize(1)
  @IsIn([...officerRoles], { each: true })
  roles!: OfficerRole[];

  @Text({
    min: 18,
    max: 18,
    pattern: /^\d{17}[\dXx]$/,
    description: 'Their own, so that they never handle their own case.',
  })
  idNo!: string;
}

export class ChangeRoles {
  @Texts({ most: 7, max: 20 })
  @ArrayMinSize(1)
  @IsIn([...officerRoles], { each: true })
  roles!: OfficerRole[];
}

export class InvitationCode {
  @Text({ max: 60 })
  username!: string;

  @Text({ min: 10, max: 20 })
  invitation!: string;
}

export class OpenAccount extends InvitationCode {
  @Text({ max: 200 })
  password!: string;

  @Text(code)
  code!: string;
}

export class ChangePassword {
  @Text({ max: 200, description: 'The password that counts now.' })
  old!: string;

  @Text({ max: 200 })
  password!: string;
}

export class WithPassword {
  @Text({ max: 200, description: 'The password that counts now.' })
  password!: string;
}

export class WithCode {
  @Text(code)
  code!: string;
}
