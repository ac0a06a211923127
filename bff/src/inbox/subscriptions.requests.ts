import { Texts } from '../http/fields.js';

export class AcceptMessages {
  @Texts({ most: 3, max: 64, description: 'Templates that the person accepted in the dialog that was just shown.' })
  templateIds!: string[];
}
