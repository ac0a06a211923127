/** 不予受理通知书: the application is not taken on. */
import type { DocumentContent } from '../document-content.js';
import type { RefusalSnapshot } from '../document-snapshot.js';
import { shownDay } from '../shown-values.js';
import { refusalPaper } from './refusal-paper.js';

export function declineNotice(facts: RefusalSnapshot): DocumentContent {
  const opening = `您申请办理“${facts.item.name}”，我们核对后，于${shownDay(facts.refusal.decidedAt)}决定不予受理。理由、依据和您可以采取的办法写在下面。`;
  return refusalPaper('decline-notice', facts, opening);
}
