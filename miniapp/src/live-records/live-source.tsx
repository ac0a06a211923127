/** LiveSource: where facts come from, and when they were asked for. */
import type { Instant } from '@yiban/shared-types/values';
import { Paragraph } from '../ui/paragraph';
import { shownInstant } from '../wording/dates';

export interface Live {
  readonly source: string;
  readonly asOf: Instant;
}

export function LiveSource({ live: { source, asOf } }: { live: Live }) {
  return (
    <Paragraph small soft>
      来源：{source}，{shownInstant(asOf)} 查到。
    </Paragraph>
  );
}
