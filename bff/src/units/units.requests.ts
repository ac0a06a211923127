import { Text, Texts } from '../http/fields.js';

export class AddUnitRequest {
  @Text({ max: 6, min: 6, pattern: /^\d{6}$/ })
  region!: string;

  @Text({ max: 18, description: '统一社会信用代码.' })
  creditCode!: string;

  @Text({
    optional: true,
    max: 80,
    pattern: /\S/,
    description: 'As on its certificate; for a unit new to the platform.',
  })
  name?: string;

  @Texts({ optional: true, most: 10, max: 64, description: 'Uploads: photos of the authorization letter.' })
  letter?: string[];
}
