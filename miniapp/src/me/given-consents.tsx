/** GivenConsents: what the person agreed to separately, and the way to take each back (个人信息保护法 art. 15). */
import { useState } from 'react';
import type { SensitiveKind } from '@yiban/shared-types/consents';
import { explained } from '../api/problem';
import { useGivenConsents, withdraw } from '../privacy/sensitive-consents';
import { sensitiveWords } from '../privacy/sensitive-words';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';

export function GivenConsents() {
  const given = useGivenConsents();
  const [taken, setTaken] = useState<SensitiveKind | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  async function takeBack(kind: SensitiveKind): Promise<void> {
    setProblem(null);
    setTaken(null);
    try {
      await withdraw(kind);
      setTaken(kind);
    } catch (error) {
      setProblem(error);
    }
  }

  if (given.length === 0 && taken === null) return null;
  return (
    <Card title="单独同意过的">
      {given.length > 0 && <Paragraph>收回以后，下次要用时会再问您。已经交上去的照常办理。</Paragraph>}
      {given.map((kind) => (
        <Button key={kind} kind="secondary" onPress={() => takeBack(kind)} busyLabel="正在收回…">
          {`收回：${sensitiveWords[kind].name}`}
        </Button>
      ))}
      {taken !== null && <Notice tone="info" title={`收回了：${sensitiveWords[taken].name}`} />}
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
    </Card>
  );
}
