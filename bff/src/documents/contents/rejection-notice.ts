/** 不予通过决定书: the application was taken on and reviewed, and is not granted. */
import type { DocumentContent } from '../document-content.js';
import type { RefusalSnapshot } from '../document-snapshot.js';
import { shownDay } from '../shown-values.js';
import { refusalPaper } from './refusal-paper.js';

export function rejectionNotice(facts: RefusalSnapshot): DocumentContent {
  const opening = `您申请办理“${facts.item.name}”，我们受理并审核后，于${shownDay(facts.refusal.decidedAt)}决定不予通过。理由、依据和您可以采取的办法写在下面。`;
  return refusalPaper('rejection-notice', facts, opening);
}
