/** Everything that stands in the way, or should be looked at once more, each leading to its page. */
import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Row } from '../ui/row';
import { materialPath, questionPath } from './agenda';

interface ProblemListProps {
  title: string;
  detail?: string;
  tone?: 'error' | 'warn';
  item: ItemPage;
  problems: readonly ProblemDetail[];
  onOpen: (path: string, receipt?: number) => void;
}

export function ProblemList(props: ProblemListProps) {
  const { title, detail = '点下面每一条，去补上。', tone = 'error', item, problems, onOpen } = props;
  return (
    <>
      <Notice tone={tone} title={title} detail={detail} />
      <Card flush>
        {problems.map((problem) => {
          const place = placeOf(problem.pointer, item);
          return (
            <Row
              key={`${problem.pointer} ${problem.code}`}
              icon="warn"
              title={problem.message}
              {...(place === null ? {} : { onPress: () => onOpen(place.path, place.receipt) })}
            />
          );
        })}
      </Card>
    </>
  );
}

interface Place {
  readonly path: string;
  readonly receipt: number | undefined;
}

/** `/form/receipts/1/date` and `/materials/expense-list`, as pages; null for what the person can't change. */
function placeOf(pointer: string, item: ItemPage): Place | null {
  const [, root, id = '', index] = pointer.split('/');
  const questions = item.form?.questions ?? [];
  if (root === 'form' && questions.some((question) => question.id === id && question.ask)) {
    return { path: questionPath(id), receipt: index === undefined ? undefined : Number(index) };
  }
  return root === 'materials' ? { path: materialPath(id, item), receipt: undefined } : null;
}
