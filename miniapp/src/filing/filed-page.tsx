/** Proof of filing: the number, what happens next, until when, the documents, and every step so far. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CaseDocument, CaseStatus, CaseView } from '@yiban/shared-types/cases';
import type { CalendarDate } from '@yiban/shared-types/values';
import { documentPdf } from '../api/cases';
import { explained } from '../api/problem';
import { openPdf } from '../documents/open-pdf';
import { goHome, openCase } from '../navigation/open-page';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Row } from '../ui/row';
import { Steps } from '../ui/steps';
import { dueWords, isOver, statusMark, statusWords } from '../wording/case-status';
import { shanghaiDay, shownDate, shownInstant } from '../wording/dates';
import { useArrival } from './use-arrival';
import './filed-page.scss';

export function FiledPage({ view }: { view: CaseView }) {
  const closed = view.status === 'closed';
  const over = isOver(view.status);
  useArrival(view.status);
  return (
    <Page
      title={over ? statusWords(view.status) : '已提交'}
      lead={view.itemName}
      onBack={goHome}
      actions={
        <>
          <Button onPress={() => openCase(view.id)}>看办件</Button>
          <Button kind="secondary" onPress={goHome}>
            回首页
          </Button>
        </>
      }
    >
      <View className={`filed ${closed ? 'is-closed' : ''}`} ariaRole="status">
        <View className="filed-mark">
          <Icon name={over && !closed ? 'info' : 'check'} />
        </View>
        <View className="filed-words">{filedWords(view.status)}</View>
        <View className="filed-next">{view.next}</View>
      </View>
      <Card flush title="办件信息">
        {view.number !== null && <Row title="办件编号" value={view.number} />}
        <Row title="办给谁" value={view.for.name} />
        {view.by.proxy && <Row title="谁代办" value={`由 ${view.by.name} 代办`} />}
        {(closed || !over) && <Row title="办理期限" value={limitWords(view)} />}
        <Row title="状态" mark={statusMark(view.status)} />
      </Card>
      <Documents view={view} />
      <Card title="办理经过">
        <Steps
          steps={view.history.map(({ at, to, actor, reason }) => ({
            title: to === 'submitted' ? '提交申请' : statusWords(to),
            at: `${shownInstant(at)}　${actor}`,
            ...(reason === null ? {} : { note: reason }),
            state: 'done',
          }))}
        />
      </Card>
    </Page>
  );
}

function filedWords(status: CaseStatus): string {
  if (status === 'closed') return '办好了';
  return isOver(status) ? statusWords(status) : '交上去了';
}

function limitWords(view: CaseView): string {
  if (view.status !== 'closed') return dueWords(view) ?? '受理后算起';
  if (view.dueAt === null) return '当场办结';
  return closedInTime(view, view.dueAt) ? `${shownDate(view.dueAt)}，已按期办结` : `原定 ${shownDate(view.dueAt)}`;
}

/** By the calendar of the agency, whose days are those of Shanghai. */
function closedInTime({ history }: CaseView, dueAt: CalendarDate): boolean {
  const closedAt = history.find(({ to }) => to === 'closed')?.at;
  return closedAt === undefined || shanghaiDay(closedAt) <= dueAt;
}

function Documents({ view }: { view: CaseView }) {
  const [problem, setProblem] = useState<unknown>(null);
  if (view.documents.length === 0) return null;

  async function open({ id, name }: CaseDocument) {
    try {
      await openPdf(name, () => documentPdf(view.id, id));
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <>
      <Card flush title="您的文书">
        {view.documents.map((document) => (
          <Row
            key={document.id}
            title={document.name}
            detail={`PDF，${shownInstant(document.at)} 出具`}
            mark={{ words: '打开', tone: 'accent' }}
            onPress={() => void open(document)}
          />
        ))}
      </Card>
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
    </>
  );
}
