/** A draft that can't be gone on with: the right to file for that person has ended. What was filled in is still there. */
import type { CaseView } from '@yiban/shared-types/cases';
import { goHome, openAskForGrant, openCase, openGrants } from '../navigation/open-page';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Paragraph } from '../ui/paragraph';
import { useArrival } from './use-arrival';

interface StoppedPageProps {
  view: CaseView;
  /** What the server said of it, where it did. */
  why: string | null;
}

export function StoppedPage({ view: { id, item, region, itemName, grant }, why }: StoppedPageProps) {
  useArrival('stopped');
  return (
    <Page
      title="这份申请先停下了"
      lead={itemName}
      onBack={goHome}
      actions={<Button onPress={() => openAskForGrant(item, region)}>请家人再委托一次</Button>}
    >
      <Notice
        tone="warn"
        title="委托已失效"
        detail={why ?? grant?.said ?? '委托已被撤回或到期，请委托人重新签署。'}
        action={{ label: '去看委托', onPress: openGrants }}
      />
      <Paragraph>填过的、拍过的都还在。家人再委托一次，就能接着办。</Paragraph>
      <Button kind="secondary" onPress={() => openCase(id)}>
        看填过的内容
      </Button>
    </Page>
  );
}
