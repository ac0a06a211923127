/** ActionBar: what this officer can do with the case, each with its key. */
import { View } from '@tarojs/components';
import { Button } from '../ui/button';
import { deedWords } from './case-words';
import { KeyHint } from './key-hint';
import type { DeedAction } from './office-api';

interface ActionBarProps {
  actions: readonly DeedAction[];
  onAct: (action: DeedAction) => void;
  /** Undefined when there is nothing to pay. */
  onPay?: () => void;
  /** Undefined when the case is not on this officer's desk. */
  onHandBack?: () => Promise<void>;
  onNext: () => Promise<void>;
}

export function ActionBar({ actions, onAct, onPay, onHandBack, onNext }: ActionBarProps) {
  const main = actions.find((action) => ['accept', 'pass'].includes(action));
  return (
    <View className="action-bar">
      {onPay && (
        <Button onPress={onPay}>
          去拨付
          <KeyHint name="Y" />
        </Button>
      )}
      {(main === undefined ? actions : [main, ...actions.filter((action) => action !== main)]).map((action) => {
        const { name, key, danger } = deedWords[action];
        return (
          <Button
            key={action}
            kind={action === main ? 'primary' : danger ? 'danger' : 'secondary'}
            onPress={() => onAct(action)}
          >
            {name}
            <KeyHint name={key} />
          </Button>
        );
      })}
      <View className="action-rest" />
      {onHandBack && (
        <Button kind="quiet" onPress={onHandBack} busyLabel="正在放回…">
          放回队列
          <KeyHint name="H" />
        </Button>
      )}
      <Button kind={actions.length === 0 && !onPay ? 'primary' : 'quiet'} onPress={onNext} busyLabel="正在取下一件…">
        下一件
        <KeyHint name="N" />
      </Button>
    </View>
  );
}
