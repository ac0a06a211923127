/** The questions one after the other; what was chosen stays on the phone until it is sent. */
import { useRef, useState } from 'react';
import { newKey } from '../../../api/cases';
import { askForGrant } from '../../../api/grants';
import { ApiProblem, NoAnswer, explained } from '../../../api/problem';
import { useArrival, useShownError } from '../../../filing/use-arrival';
import { myGrants } from '../../../grants/my-grants';
import { goOnToGrant } from '../../../navigation/open-page';
import { Button } from '../../../ui/button';
import { leavePage } from '../../../ui/leave-page';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { newGrant } from './new-grant';
import { Question } from './question';
import { firstOpen, lackingAt, questionsOf, titleOf } from './questions';
import type { QuestionId } from './questions';
import { forgetRequest, keepRequest, keptRequest } from './request';
import type { Request } from './request';

interface AskingProps {
  /** Who asks, masked: another person's answers are never theirs. */
  person: string;
  /** The item that one came for; '' where none. */
  item: string;
  region: string;
}

export function Asking({ person, item, region }: AskingProps) {
  const [request, setRequest] = useState<Request>(() => keptRequest(person));
  const [at, setAt] = useState<QuestionId>(() => firstOpen(request));
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<unknown>(null);
  // Kept until it is answered: a request whose answer was lost is not made twice.
  const key = useRef(newKey());
  const questions = questionsOf(request);
  const place = questions.indexOf(at);
  useArrival(at);
  useShownError(problem ?? missing);

  function change(news: Partial<Request>) {
    const changed = { ...request, ...news };
    key.current = newKey();
    setRequest(changed);
    keepRequest(person, changed);
    setMissing(undefined);
    setProblem(null);
  }

  async function next() {
    const lacking = lackingAt(at, request);
    setMissing(lacking);
    if (lacking !== undefined) return;
    const following = questions[place + 1];
    if (following !== undefined) setAt(following);
    else await send();
  }

  async function send() {
    try {
      const grant = await askForGrant(newGrant(request, item, region), key.current);
      forgetRequest(person);
      void myGrants.refresh();
      goOnToGrant(grant.id);
    } catch (error) {
      if (!(error instanceof NoAnswer)) key.current = newKey();
      setProblem(error);
    }
  }

  function back() {
    const before = questions[place - 1];
    setMissing(undefined);
    if (before === undefined) leavePage();
    else setAt(before);
  }

  return (
    <Page
      key={at}
      title={titleOf(at, request)}
      lead={`添加家人，第 ${place + 1} 步，共 ${questions.length} 步`}
      onBack={back}
      actions={
        <>
          <Button busyLabel="请稍候…" onPress={next}>
            {place === questions.length - 1 ? sendWords(request) : '下一步'}
          </Button>
          <Button kind="quiet" onPress={back}>
            上一步
          </Button>
        </>
      }
    >
      <Question at={at} request={request} item={item} region={region} error={missing} onChange={change} />
      {problem !== null && <Refusal problem={problem} />}
    </Page>
  );
}

/** Everything that is wrong, at once. */
function Refusal({ problem }: { problem: unknown }) {
  const { title, detail } = explained(problem);
  const errors = problem instanceof ApiProblem ? (problem.problem.errors ?? []) : [];
  const words = errors.length === 0 ? detail : errors.map(({ message }) => message).join('\n');
  return <Notice tone="error" title={title} detail={words} />;
}

function sendWords({ way }: Request): string {
  switch (way) {
    case 'here':
      return '请家人扫码、签名';
    case 'link':
      return '生成链接';
    case 'letter':
    case 'guardian':
      return '交给医保部门核对';
    case null:
      return '下一步';
  }
}
