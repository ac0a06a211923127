/** The form of a case, with for whom it is on every page of it. */
import { useCallback } from 'react';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { CaseFor } from '../case-for/case-for';
import type { Draft } from '../drafts/draft';
import { useDraft } from '../drafts/use-draft';
import { openFiling } from '../navigation/open-page';
import { Filing } from './filing';

interface FilingForProps {
  item: ItemPage;
  draft: Draft;
  resumed: boolean;
  kept: boolean;
  onGone: (problem: unknown) => void;
}

/** A draft can be left for another person's; what is filed already stands for its person. */
export function FilingFor({ item, draft, resumed, kept, onGone }: FilingForProps) {
  const { view } = useDraft(draft);
  const isOpen = view.status === 'draft' && view.for.unit !== true;
  const { id, region } = item;
  const switchWhom = useCallback(() => {
    void draft.save();
    openFiling(id, region, { whom: 'choose' });
  }, [draft, id, region]);
  return (
    <CaseFor view={view} {...(isOpen ? { onSwitch: switchWhom } : {})}>
      <Filing item={item} draft={draft} resumed={resumed} kept={kept} onGone={onGone} />
    </CaseFor>
  );
}
