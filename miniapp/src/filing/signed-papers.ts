/** Papers that were signed, and that an answer changed now lets be signed again: the signature stands under what was read. */
import { useState } from 'react';
import type { Answers, CaseView } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';

/** Names of the papers to sign again because of what was changed on the page that is open; `page` is another for each. */
export function usePapersToSignAgain(
  item: ItemPage,
  view: CaseView,
  answers: Answers,
  page: object,
): readonly string[] {
  const [opened, setOpened] = useState({ page, answers, papers: signedPapers(item, view) });
  if (opened.page !== page) setOpened({ page, answers, papers: signedPapers(item, view) });
  const changed = opened.page === page && JSON.stringify(answers) !== JSON.stringify(opened.answers);
  return changed ? opened.papers : [];
}

function signedPapers({ materials }: ItemPage, view: CaseView): readonly string[] {
  return view.materials
    .filter(({ signed }) => signed)
    .flatMap(({ material, alternative }) => {
      const ways = materials.find(({ id }) => id === material)?.anyOf ?? [];
      return ways.filter(({ id }) => id === alternative).map(({ name }) => name);
    });
}
