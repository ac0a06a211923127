/** What was answered and handed in, as lists that lead back to each page. */
import type { Answers, CaseView } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import type { RowMark } from '../ui/row';
import { materialPath, questionPath, questionsAsked, requirementsGiven, requirementsOpen } from './agenda';
import type { OpenRequirement, Told } from './agenda';
import { RegistrationRow } from './registration-row';
import { shownAnswer } from './shown-answer';

interface FiledProps {
  item: ItemPage;
  answers: Answers;
  told: Told;
  onOpen: (path: string) => void;
}

const CHANGE: RowMark = { words: '修改', tone: 'accent' };

export function FiledAnswers({ caseId, item, answers, told, onOpen }: FiledProps & { caseId: string }) {
  return (
    <Card flush title="您填的内容">
      {questionsAsked(item, answers, told).map((question) => {
        const shown = shownAnswer(question, answers[question.id]);
        const shared = { term: question.term, mark: CHANGE, onPress: () => onOpen(questionPath(question.id)) };
        return question.kind === 'registration' ? (
          <RegistrationRow key={question.id} {...shared} caseId={caseId} registration={shown} />
        ) : (
          <AnswerRow key={question.id} {...shared} shown={shown} />
        );
      })}
    </Card>
  );
}

function AnswerRow({
  shown,
  term,
  mark,
  onPress,
}: {
  shown: string;
  term: string;
  mark: RowMark;
  onPress: () => void;
}) {
  return <Row title={shown === '' ? '还没填' : shown} detail={term} mark={mark} onPress={onPress} />;
}

export function FiledMaterials({ item, view, answers, told, onOpen }: FiledProps & { view: CaseView }) {
  const given = requirementsGiven(item, answers, told);
  return (
    <Card flush title="您交的材料">
      {requirementsOpen(item, answers, told).map((requirement) => (
        <Row
          key={requirement.material.id}
          title={handedIn(requirement, view)}
          detail={requirement.material.name}
          mark={CHANGE}
          onPress={() => onOpen(materialPath(requirement.material.id))}
        />
      ))}
      {given.map(({ id, name, anyOf }) => (
        <Row
          key={id}
          title={
            anyOf.some(({ kind }) => kind === 'credential') ? '已用医保电子凭证核验，不用交' : '系统已经查到，不用交'
          }
          detail={name}
          mark={{ words: '免交', tone: 'good' }}
        />
      ))}
    </Card>
  );
}

function handedIn({ material, ways, required }: OpenRequirement, { materials }: CaseView): string {
  const standing = materials.find((one) => one.material === material.id);
  const way = ways.find(({ id }) => id === standing?.alternative);
  if (standing === undefined || way === undefined) return required ? '还没交' : '没有交（可以不交）';
  if (way.kind === 'photo') return `${way.name}，${standing.uploads.length} 张照片`;
  return standing.signed ? `${way.name}，已签名` : `${way.name}，还没签名`;
}
