/** The papers of the case, opened as PDF. */
import { useState } from 'react';
import type { CaseDocument } from '@yiban/shared-types/cases';
import { documentPdf } from '../api/cases';
import { openPdf } from '../documents/open-pdf';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { shownInstant } from '../wording/dates';
import { DeedProblem } from './deed-problem';
import { WithdrawPaper } from './withdraw-paper';

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
          detail={opening === document.id ? '正在打开…' : issuedWords(document)}
          onPress={() => void open(document)}
        />
      ))}
      {problem !== null && <DeedProblem problem={problem} />}
      {documents
        .filter(({ withdrawable }) => withdrawable)
        .map((document) => (
          <WithdrawPaper key={document.id} caseId={caseId} document={document} />
        ))}
    </Card>
  );
}

function issuedWords({ at, withdrawnAt }: CaseDocument): string {
  return withdrawnAt === null ? `${shownInstant(at)} 开具，点开看` : `${shownInstant(withdrawnAt)} 已作废`;
}
