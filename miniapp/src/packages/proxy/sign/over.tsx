/** There is nothing to sign any longer: what became of it. */
import type { GrantRequestView } from '@yiban/shared-types/grants';
import { goHome, openGrants } from '../../../navigation/open-page';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { shownDate } from '../../../wording/dates';

export function Over({ request: { proxy, until, state, said } }: { request: GrantRequestView }) {
  const signed = state === 'active';
  return (
    <Page
      title={signed ? '已经签好了' : '不用再签了'}
      onBack={goHome}
      actions={
        <>
          <Button onPress={openGrants}>看我的委托</Button>
          <Button kind="secondary" onPress={goHome}>
            回首页
          </Button>
        </>
      }
    >
      {signed ? (
        <Notice
          tone="good"
          title={`${proxy.name}可以替您办了`}
          detail={`到 ${shownDate(until)}。办了什么会告诉您，随时可以在「我的 → 委托与代办」里撤回。`}
        />
      ) : (
        <Notice tone="info" title="这次委托已经结束" detail={said} />
      )}
    </Page>
  );
}
