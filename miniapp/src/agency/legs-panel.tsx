/** The steps between two agencies, and asking the other one whether it has answered. */
import { useState } from 'react';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { explained } from '../api/problem';
import { legWords } from '../transfer-legs/legs-card';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { lookAtLegs } from './office-api';
import { Fact, Panel } from './panel';

export function LegsPanel({ view: { id, legs }, onLooked }: { view: OfficerCaseView; onLooked: () => Promise<void> }) {
  const [trouble, setTrouble] = useState<unknown>(null);
  if (legs.length === 0) return null;
  const waits = legs.some(({ by, startedOn, doneOn }) => by === 'other' && startedOn !== null && doneOn === null);

  async function look() {
    setTrouble(null);
    try {
      await lookAtLegs(id);
      await onLooked();
    } catch (error) {
      setTrouble(error);
    }
  }

  return (
    <Panel title="两地办理进度">
      {legs.map((leg, index) => (
        <Fact key={leg.id} term={`${index + 1}. ${leg.name}`} mark={leg.late}>
          {leg.late ? '已超期。' : ''}
          {legWords(leg)}
          {leg.details.map(({ term, shown }) => `；${term} ${shown}`).join('')}
        </Fact>
      ))}
      {trouble !== null && <Notice tone="error" {...explained(trouble)} />}
      {waits && (
        <Button kind="secondary" busyLabel="正在问…" onPress={look}>
          看看对方回了没有
        </Button>
      )}
    </Panel>
  );
}
