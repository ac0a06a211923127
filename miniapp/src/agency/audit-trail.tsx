/** AuditTrail: who saw or did what with a case, or what one officer did; for supervisors. */
import { useCallback, useState } from 'react';
import { explained } from '../api/problem';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { DateField } from '../ui/date-field';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { rolesInWords, shownInstant } from './case-words';
import { Desk } from './desk';
import { isSupervisor } from './duties';
import { useKeys } from './keys';
import { auditPage, officersInHand, type AuditQuestion } from './office-api';
import { OfDuty } from './of-duty';
import { useLoaded } from './use-loaded';
import { usePages } from './use-pages';
import { backToQueue } from './ways';

export function AuditTrail({ caseId }: { caseId: string | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const back = chosen === null ? backToQueue : () => setChosen(null);
  useKeys({ escape: back }, true);
  return (
    <Desk title="操作记录" onBack={{ words: chosen !== null ? '选人' : caseId === null ? '队列' : '办件', go: back }}>
      <OfDuty may={isSupervisor} title="您的岗位不看操作记录" detail="由本地主管查看。">
        {caseId !== null ? (
          <Lines question={{ case: caseId }} />
        ) : chosen !== null ? (
          <OfOfficer id={chosen} />
        ) : (
          <People onChoose={setChosen} />
        )}
      </OfDuty>
    </Desk>
  );
}

function People({ onChoose }: { onChoose: (id: string) => void }) {
  const { value, trouble, reload } = useLoaded(officersInHand);
  if (trouble !== null)
    return <Notice tone="error" {...explained(trouble)} action={{ label: '重新取', onPress: reload }} />;
  if (value === null) return <Skeleton rows={4} what="人员" />;
  return (
    <>
      <Paragraph soft>看谁的？您看过谁的记录，也会记下来。</Paragraph>
      <Card flush>
        {value.map(({ officer }) => (
          <Row
            key={officer.id}
            title={`${officer.name}（${officer.badge}）`}
            detail={rolesInWords(officer)}
            onPress={() => onChoose(officer.id)}
          />
        ))}
      </Card>
    </>
  );
}

function OfOfficer({ id }: { id: string }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  return (
    <>
      <Card>
        <DateField label="从哪天" hint="不选就从头看。" value={from} onChange={setFrom} />
        <DateField label="到哪天" hint="不选就看到现在。" value={to} onChange={setTo} />
      </Card>
      <Lines
        key={`${from} ${to}`}
        question={{ officer: id, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }}
      />
    </>
  );
}

function Lines({ question }: { question: AuditQuestion }) {
  const [asked] = useState(question);
  const { read, problem, load, more } = usePages(
    useCallback((cursor: string | null) => auditPage(asked, cursor), [asked]),
  );

  if (problem !== null)
    return <Notice tone="error" {...explained(problem)} action={{ label: '重新取', onPress: load }} />;
  if (read === null) return <Skeleton rows={6} what="操作记录" />;
  const { items, nextCursor } = read;
  const altered = items.filter(({ intact }) => !intact).length;
  if (items.length === 0) return <Empty icon="check" title="没有记录" detail="这段时间没有操作。" />;
  return (
    <>
      {altered === 0 ? (
        <Paragraph soft>下面 {items.length} 条都和写下时一样，没有被改过。</Paragraph>
      ) : (
        <Notice tone="error" title={`有 ${altered} 条被改过`} detail="请马上告诉技术人员，不要再动这些记录。" />
      )}
      <Card flush>
        {items.map(({ id, at, who, did, caseNumber, intact }) => (
          <Row
            key={id}
            title={did}
            detail={`${shownInstant(at)} · ${who}${caseNumber === null ? '' : ` · 办件 ${caseNumber}`}`}
            mark={intact ? undefined : { words: '被改过', tone: 'danger' }}
          />
        ))}
      </Card>
      {nextCursor !== null && (
        <Button kind="secondary" onPress={more} busyLabel="正在取…">
          看更早的
        </Button>
      )}
    </>
  );
}
