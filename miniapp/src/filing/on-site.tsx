/** For what is finished at the window: what to bring and where, and the papers filled in here, to be printed or shown. */
import type { ItemPage, MaterialAlternative } from '@yiban/shared-types/catalogue';
import { explained } from '../api/problem';
import type { Draft } from '../drafts/draft';
import { OnSiteNotice } from '../item/on-site-notice';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Row } from '../ui/row';
import { requirementsOpen, type Told } from './agenda';
import { usePaperPdf } from './use-paper-pdf';

export function OnSite({ item, draft, told }: { item: ItemPage; draft: Draft; told: Told }) {
  const pdf = usePaperPdf(draft);
  if (item.onSite === null) return null;
  const papers = requirementsOpen(item, draft.state().answers, told).flatMap(({ ways }) => ways.filter(isFilledIn));
  return (
    <>
      <OnSiteNotice item={item} />
      {papers.length > 0 && (
        <Card flush title="替您填好的表">
          {papers.map((way) => (
            <Row
              key={way.id}
              icon="cases"
              title={way.name}
              detail="点开看，可以打印或存起来带到窗口"
              onPress={() => void pdf.show(way)}
            />
          ))}
        </Card>
      )}
      {pdf.problem !== null && <Notice tone="error" {...explained(pdf.problem)} />}
    </>
  );
}

function isFilledIn({ kind }: MaterialAlternative): boolean {
  return kind === 'generated';
}
