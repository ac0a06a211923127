import { answerPrivacy } from '../privacy/consent';
import { PrivacyAgreeButton } from '../privacy/privacy-agree-button';
import { PrivacyNotice } from '../privacy/privacy-notice';
import { Button } from '../ui/button';
import { Page } from '../ui/page';

/** First start, first question. Whoever declines can still look at everything that needs nothing of theirs. */
export function PrivacyQuestion() {
  return (
    <Page
      title="先说说您的个人信息"
      onBack={null}
      lead="办医保要用到您的一些信息，请先看看怎么用。"
      actions={
        <>
          <PrivacyAgreeButton onAgree={() => answerPrivacy('agreed')}>同意，继续</PrivacyAgreeButton>
          <Button kind="secondary" onPress={() => answerPrivacy('declined')}>
            不同意，先看看
          </Button>
        </>
      }
    >
      <PrivacyNotice />
    </Page>
  );
}
