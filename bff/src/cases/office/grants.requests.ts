import type { Answers } from '@yiban/shared-types/cases';
import { Json, Part, Text } from '../../http/fields.js';

export class GrantedPerson {
  @Text({ min: 2, max: 2, pattern: /^\d{2}$/, description: 'psn_cert_type: 01 is the ID card.' })
  idType!: string;

  @Text({ min: 6, max: 30 })
  idNo!: string;

  @Text({ max: 60 })
  name!: string;
}

export class StartGrant {
  @Text({ max: 40 })
  item!: string;

  @Part(() => GrantedPerson)
  person!: GrantedPerson;

  @Json({ description: 'Answers to the questions of the item, given by the officer.' })
  form!: Answers;
}
