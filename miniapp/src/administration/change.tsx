/** Change: one change of the rules, from its form by its preview to being on file. */
import { useRef, useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { RulesChange, RulesPreview } from '@yiban/shared-types/administration';
import { shownDay } from '../agency/case-words';
import { sayDone } from '../agency/last-deed';
import { newKey } from '../api/cases';
import { ApiProblem } from '../api/problem';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm';
import { DateField } from '../ui/date-field';
import { TextField } from '../ui/text-field';
import { previewed, publish } from './administration-api';
import { today } from './days';
import { Preview } from './preview';
import { Trouble } from './trouble';

interface ChangeProps {
  /** The newest version that was seen. */
  over: number;
  effectiveOn: string;
  onEffectiveOn: (day: string) => void;
  changes: RulesChange;
  onPublished: () => void;
  onLeave: () => void;
  children: ReactNode;
}

export function Change({ over, effectiveOn, onEffectiveOn, changes, onPublished, onLeave, children }: ChangeProps) {
  const [basis, setBasis] = useState('');
  const [missing, setMissing] = useState(false);
  const [preview, setPreview] = useState<RulesPreview | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const key = useRef(newKey());
  const change = { changes, effectiveOn, basis };
  const from = effectiveOn === today() ? '马上' : `${shownDay(effectiveOn)}零点`;

  async function look() {
    setMissing(basis.trim() === '');
    if (basis.trim() === '') return;
    setTrouble(null);
    try {
      setPreview(await previewed(change));
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    } catch (error) {
      setTrouble(error);
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    }
  }

  async function send() {
    setTrouble(null);
    try {
      const { touches } = await publish(change, over, key.current);
      sayDone(`已发布，${from}生效：${touches.join('；')}`);
      onPublished();
    } catch (error) {
      // What was refused is asked for anew; what got no answer is asked for again under the same key.
      if (error instanceof ApiProblem) key.current = newKey();
      setTrouble(error);
    }
    setAsking(false);
  }

  return (
    <View className="rules-change">
      <Trouble error={trouble} />
      {preview === null ? (
        <>
          <Card title="什么时候生效，凭什么改">
            <DateField
              label="从哪天起生效"
              hint="从那天零点起。选今天，马上生效。"
              value={effectiveOn}
              min={today()}
              onChange={onEffectiveOn}
            />
            <TextField
              label="依据文件"
              hint="名称和文号。群众在事项页上看得到。"
              maxLength={200}
              value={basis}
              onChange={setBasis}
              error={missing && basis.trim() === '' ? '请写明依据的文件。' : undefined}
            />
          </Card>
          {children}
          <View className="rules-deeds">
            <Button onPress={look} busyLabel="正在检查…">
              预览
            </Button>
            <Button kind="secondary" onPress={onLeave}>
              返回，不改
            </Button>
          </View>
        </>
      ) : (
        <>
          <Preview preview={preview} />
          <View className="rules-deeds">
            <Button onPress={() => setAsking(true)}>发布，{from}生效</Button>
            <Button kind="secondary" onPress={() => setPreview(null)}>
              回去再改
            </Button>
          </View>
        </>
      )}
      <Confirm
        open={asking}
        title={`发布，${from}生效？`}
        confirm="发布"
        onConfirm={send}
        onCancel={() => setAsking(false)}
      >
        生效前可以取消；生效后要改，另发一版。
      </Confirm>
    </View>
  );
}
