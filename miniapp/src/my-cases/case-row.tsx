/** One case of a list: what it is, for whom, where it stands, until when. A draft goes on where it was left. */
import type { CaseSummary } from '@yiban/shared-types/cases';
import { whoseWords } from '../case-for/whom-words';
import { openCase } from '../navigation/open-page';
import { Row } from '../ui/row';
import { dueWords, statusMark } from '../wording/case-status';
import { shownInstant } from '../wording/dates';

export function CaseRow({ summary }: { summary: CaseSummary }) {
  return (
    <Row
      title={summary.itemName}
      detail={[whoseWords(summary), dueWords(summary) ?? whenWords(summary)].join('，')}
      mark={statusMark(summary.status)}
      onPress={() => openCase(summary.id)}
    />
  );
}

function whenWords({ status, submittedAt, updatedAt }: CaseSummary): string {
  return status === 'draft' ? `${shownInstant(updatedAt)} 填到一半` : `${shownInstant(submittedAt ?? updatedAt)} 提交`;
}
