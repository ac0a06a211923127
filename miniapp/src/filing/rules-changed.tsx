/** RulesChanged: what the region has changed of the item since the draft was begun. */
import type { CaseView } from '@yiban/shared-types/cases';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';

export function RulesChanged({ view: { rulesChanged } }: { view: CaseView }) {
  if (rulesChanged.length === 0) return null;
  return (
    <Notice tone="warn" title="填到一半时，这件事的规定改了" detail="您填的都还在，按新规定提交。改了这些：">
      {rulesChanged.map(({ what, after }) => (
        <Paragraph key={what}>
          {what}：{after === '' ? '不再要求' : after}
        </Paragraph>
      ))}
    </Notice>
  );
}
