/** The papers of the case, opened as PDF. */
import { useState } from 'react';
import type { CaseDocument } from '@yiban/shared-types/cases';
import { documentPdf } from '../api/cases';
import { openPdf } from '../documents/open-pdf';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { shownInstant } from '../wording/dates';
import { DeedProblem } from './deed-problem';

export function Documents({ caseId, documents }: { caseId: string; documents: readonly CaseDocument[] }) {
  const [opening, setOpening] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  async function open({ id, name }: CaseDocument) {
    if (opening !== null) return;
    setOpening(id);
    setProblem(null);
    try {
      await openPdf(name, () => documentPdf(caseId, id));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setOpening(null);
    }
  }

  return (
    <Card flush title="文书">
      {documents.map((document) => (
        <Row
          key={document.id}
          icon="cases"
          title={document.name}
          detail={opening === document.id ? '正在打开…' : `${shownInstant(document.at)} 开具，点开看`}
          onPress={() => void open(document)}
        />
      ))}
      {problem !== null && <DeedProblem problem={problem} />}
    </Card>
  );
}
