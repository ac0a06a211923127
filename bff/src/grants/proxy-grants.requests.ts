import { Flag, OneOf, Part, Text, Texts } from '../http/fields.js';
import type { GrantEvidence, GrantRelation } from '@yiban/shared-types/grants';
import { relation } from './grant-content.js';

const photos = (what: string): PropertyDecorator =>
  Texts({ optional: true, most: 10, max: 64, description: `Uploads: photos of ${what}.` });

export class NamedPrincipal {
  @Text({ max: 60, description: 'As on the ID card.' })
  name!: string;

  @Text({ max: 30 })
  idNo!: string;
}

export class Papers {
  @photos('the authorization letter, signed on paper')
  letter?: string[];

  @photos('the identity document of the principal')
  principalIdentity?: string[];

  @photos('the identity document of the proxy')
  proxyIdentity?: string[];

  @photos('the household register or birth certificate')
  kinship?: string[];
}

export class AskGrantRequest {
  @OneOf(['signature', 'letter', 'guardian'])
  evidence!: GrantEvidence;

  @OneOf(relation.options, { description: 'What the principal is to the caller.' })
  relation!: GrantRelation;

  @Texts({ optional: true, most: 40, max: 40, description: 'Item ids; left out: all that may be filed for another.' })
  items?: string[] | null;

  @Text({ max: 10, min: 10, pattern: /^\d{4}-\d{2}-\d{2}$/, description: 'Last day.' })
  until!: string;

  @Text({ optional: true, max: 6, min: 6, pattern: /^\d{6}$/, description: 'For letter and guardian.' })
  region?: string;

  @Part(() => NamedPrincipal, { optional: true, description: 'For letter and guardian.' })
  principal?: NamedPrincipal;

  @Part(() => Papers, { optional: true })
  papers?: Papers;
}

export class SignGrantRequest {
  @Text({ max: 64, description: 'Upload of the handwriting, sent by the caller.' })
  signature!: string;

  @Text({ optional: true, max: 20, description: 'Of the link; left out on the proxy’s phone.' })
  code?: string;

  @Flag({ optional: true, description: 'The principal is told of each submission. Left out: yes.' })
  tellPrincipal?: boolean;
}

export class RefuseGrantRequest {
  @Text({ max: 20, description: 'Of the link.' })
  code!: string;
}

export class ScanPrincipal {
  @Text({ max: 2048, description: 'Content of the principal’s QR; the server alone decodes it.' })
  qr!: string;
}

export class TellPrincipal {
  @Flag({ description: 'The principal is told of each submission besides the proxy.' })
  tellPrincipal!: boolean;
}

export class TermsQuery {
  @Text({ optional: true, max: 6, min: 6, pattern: /^\d{6}$/ })
  region?: string;
}
