/** GrantForm: an officer starts a case for a person: who, and the answers that the item asks for. */
import { useRef, useState } from 'react';
import type { Answers } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { startGrant } from '../agency/office-api';
import { goOnWith } from '../agency/ways';
import { newKey } from '../api/cases';
import { ApiProblem, explained } from '../api/problem';
import { QuestionField } from '../filing/question-field';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';

/** psn_cert_type of an ID card. */
const ID_CARD = '01';

export function GrantForm({ item }: { item: ItemPage }) {
  const [name, setName] = useState('');
  const [idNo, setIdNo] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const [trouble, setTrouble] = useState<unknown>(null);
  const [missing, setMissing] = useState<{ name?: string; idNo?: string }>({});
  const key = useRef(newKey());
  const questions = item.form?.questions ?? [];
  const faults = faultsIn(trouble);

  async function start() {
    const gaps = {
      ...(name.trim() === '' ? { name: '请填当事人的姓名。' } : {}),
      ...(idNo.trim().length === 18 ? {} : { idNo: '身份证号码是 18 位，请对照证件再输一遍。' }),
    };
    setMissing(gaps);
    if (Object.keys(gaps).length > 0) return;
    setTrouble(null);
    try {
      const person = { idType: ID_CARD, idNo: idNo.trim(), name: name.trim() };
      const { id } = await startGrant({ item: item.id, person, form: answers }, key.current);
      goOnWith(id);
    } catch (error) {
      // What was refused is asked for anew; what got no answer is asked for again under the same key.
      if (error instanceof ApiProblem) key.current = newKey();
      setTrouble(error);
    }
  }

  return (
    <>
      {trouble !== null && <Notice tone="error" {...explained(trouble)} />}
      <Card title="给谁">
        <TextField label="姓名" value={name} onChange={setName} error={missing.name} maxLength={60} />
        <TextField label="身份证号码" kind="id-number" value={idNo} onChange={setIdNo} error={missing.idNo} />
      </Card>
      <Card title={item.name}>
        {questions.map((question) => (
          <QuestionField
            key={question.id}
            item={item}
            question={question}
            answer={answers[question.id] ?? null}
            error={faults.get(`/form/${question.id}`)}
            onAnswer={(answer) => setAnswers({ ...answers, [question.id]: answer })}
          />
        ))}
        <Button busyLabel="正在建立…" onPress={start}>
          建立办件，告诉当事人
        </Button>
      </Card>
    </>
  );
}

function faultsIn(trouble: unknown): ReadonlyMap<string, string> {
  const errors = trouble instanceof ApiProblem ? (trouble.problem.errors ?? []) : [];
  return new Map(errors.map(({ pointer, message }) => [pointer, message]));
}
