/**
 * Search in everyday words: 「生孩子报销」, pinyin, initials. What is found comes below the field while one types; without
 * a network the phone's own list is searched by name.
 */
import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { ItemSummary } from '@yiban/shared-types/catalogue';
import { items as searched } from '../api/catalogue';
import { ItemRow } from '../catalogue/item-row';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';

interface Found {
  readonly question: string;
  readonly items: readonly ItemSummary[];
  readonly offline: boolean;
}

/** Long enough that a word in the making is not asked for, short enough to feel at once. */
const PAUSE_MS = 350;
const MOST_SHOWN = 8;

export function ItemSearch({ region, known }: { region: string; known: readonly ItemSummary[] }) {
  const [question, setQuestion] = useState('');
  const found = useFound(region, question.trim(), known);
  return (
    <>
      <Card>
        <TextField
          label="想办什么事？"
          placeholder="例如：生孩子报销"
          value={question}
          onChange={setQuestion}
          maxLength={40}
        />
      </Card>
      {question.trim() !== '' && found !== null && (
        <View ariaRole="status">
          <FoundItems found={found} region={region} />
          <Button kind="quiet" icon="close" onPress={() => setQuestion('')}>
            不找了
          </Button>
        </View>
      )}
    </>
  );
}

function FoundItems({ found, region }: { found: Found; region: string }) {
  if (found.items.length === 0) {
    return (
      <Notice
        tone="info"
        title={`没找到“${found.question}”`}
        detail={
          found.offline
            ? '现在没有网络，只能按事项名称找。连上网再试一次。'
            : '换个说法试试，比如“住院报销”“异地看病”；也可以在下面的全部事项里找，或打上面的电话问。'
        }
      />
    );
  }
  return (
    <Card flush title="找到这些">
      {found.items.slice(0, MOST_SHOWN).map((item) => (
        <ItemRow key={item.id} item={item} region={region} />
      ))}
    </Card>
  );
}

function useFound(region: string, question: string, known: readonly ItemSummary[]): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (question === '') return undefined;
    let superseded = false;
    const tell = (items: readonly ItemSummary[], offline: boolean) => {
      if (!superseded) setFound({ question, items, offline });
    };
    const timer = setTimeout(() => {
      searched(region, question).then(
        (items) => tell(items, false),
        () =>
          tell(
            known.filter(({ name, summary }) => `${name}${summary}`.includes(question)),
            true,
          ),
      );
    }, PAUSE_MS);
    return () => {
      superseded = true;
      clearTimeout(timer);
    };
  }, [region, question, known]);
  return found;
}
