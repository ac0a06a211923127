import { Flag, ListOf, OneOf, Text, Whole } from '../http/fields.js';
import { PageQuery, Versioned } from '../http/shared-requests.js';

export class OfficerLogin {
  @Text({ max: 60 })
  username!: string;

  @Text({ max: 200 })
  password!: string;

  @Text({ min: 6, max: 6, pattern: /^\d{6}$/, description: 'Code of the authenticator.' })
  code!: string;
}

export class QueueQuery extends PageQuery {
  @OneOf(
    [
      'submitted',
      'accepted',
      'supplement',
      'first-review',
      'second-review',
      'expert-review',
      'site-assessment',
      'public-notice',
      'payment',
      'closed',
      'declined',
      'rejected',
    ],
    { optional: true },
  )
  status?: string;

  @Flag({ optional: true, description: 'Only what this officer could do something with.' })
  mine?: boolean;

  @Flag({ optional: true, description: 'Only what is past its date.' })
  overdue?: boolean;

  @Text({ optional: true, max: 40, pattern: /^[a-z0-9-]+$/, description: 'Id of an item.' })
  item?: string;

  @Text({
    optional: true,
    min: 4,
    max: 24,
    pattern: /^[0-9A-Za-z-]+$/,
    description: 'A case’s number, or how it ends.',
  })
  number?: string;
}

export class NoticeLine {
  @Text({ optional: true, max: 40 })
  material?: string;

  @Text({ optional: true, max: 40 })
  question?: string;

  @Text({ max: 300, pattern: /\S/, description: 'What is missing or wrong, and what to do.' })
  reason!: string;
}

export class AskSupplement extends Versioned {
  @ListOf(() => NoticeLine, { most: 50 })
  items!: NoticeLine[];

  @Text({ optional: true, max: 500, pattern: /\S/, description: 'Why a second notice is needed; a supervisor’s.' })
  supervisorReason?: string;
}

export class AcceptCase extends Versioned {
  @Flag({ optional: true, description: 'The papers on which a proxy acts were checked, and are in order.' })
  grantChecked?: boolean;
}

export class RefuseGrant extends Versioned {
  @Text({ max: 300, pattern: /\S/, description: 'What is wrong with the papers; proxy and principal will see it.' })
  reason!: string;

  @OneOf(['decline', 'supplement'], {
    description: 'Decline the case, or wait for another grant by a one-time notice.',
  })
  outcome!: 'decline' | 'supplement';
}

export class Decide extends Versioned {
  @Text({ max: 500, pattern: /\S/, description: 'The reason; the applicant will see it.' })
  reason!: string;
}

export class SettlementLineRequest {
  @Text({ max: 40 })
  category!: string;

  @Whole({ min: 0, max: 999_999_999 })
  claimed!: number;

  @Whole({ min: 0, max: 999_999_999 })
  approved!: number;

  @Text({ optional: true, max: 200 })
  reason?: string;
}

export class PassReview extends Versioned {
  @ListOf(() => SettlementLineRequest, { optional: true, most: 30 })
  settlement?: SettlementLineRequest[];

  @Text({ optional: true, max: 500 })
  remark?: string;
}
