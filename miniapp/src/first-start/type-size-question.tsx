import { setTypeMode, useElderMode } from '../elder/elder-mode';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Page } from '../ui/page';
import { Paragraph } from '../ui/paragraph';

/** First start, second question: elder mode. */
export function TypeSizeQuestion() {
  const { mode } = useElderMode();
  return (
    <Page title="字大一些看着更清楚吗？" onBack={null} lead="长辈版字更大、按钮更大，能办的事一样多。">
      <Card>
        <Paragraph>{mode === 'elder' ? '现在是长辈版的字，就这么大。' : '现在是标准的字，就这么大。'}</Paragraph>
      </Card>
      <Button onPress={() => setTypeMode('elder')}>要大字，用长辈版</Button>
      <Button kind="secondary" onPress={() => setTypeMode('normal')}>
        不用，标准的就好
      </Button>
      <Paragraph soft>以后想换，点页面最上面的“长辈版”或“标准版”。</Paragraph>
    </Page>
  );
}
