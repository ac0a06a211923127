import type { RegionCode } from './values.ts';

/** A unit that this person may act for. */
export interface UnitView {
  readonly id: string;
  readonly region: RegionCode;
  readonly name: string;
  /** 统一社会信用代码. */
  readonly creditCode: string;
  /** `platform`: the insurance platform names the person; `letter`: by the unit's authorization letter. */
  readonly authority: 'platform' | 'letter';
  /** False while no officer has checked the letter: cases can be filed, and wait for that. */
  readonly confirmed: boolean;
}
