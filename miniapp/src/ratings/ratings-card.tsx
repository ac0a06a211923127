/** RatingsCard: one item's figures: every grade with its number and share, and what became of the bad ones. */
import type { ItemRatings } from '@yiban/shared-types/ratings';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { gradeNames, shownShare } from '../wording/grades';
import { ratedInWords } from './rated-in-words';

export function RatingsCard({ figures }: { figures: ItemRatings }) {
  const { itemName, grades, rectifications } = figures;
  const { opened, closed, closedInTime } = rectifications;
  return (
    <Card flush title={itemName}>
      <Row title={ratedInWords(figures)} />
      {grades
        .filter(({ count }) => count > 0)
        .map(({ grade, count, share }) => (
          <Row key={grade} title={gradeNames[grade]} value={`${count} 次，${shownShare(share)}`} />
        ))}
      {opened > 0 && (
        <Row title="差评整改" detail={`要整改 ${opened} 件，办完 ${closed} 件，其中按期办完 ${closedInTime} 件`} />
      )}
    </Card>
  );
}
