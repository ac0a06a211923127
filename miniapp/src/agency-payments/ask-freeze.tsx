/** AskFreeze: says what freezing means, and asks once. Enter does it, Esc does not. */
import { useEffect, useRef } from 'react';
import { View } from '@tarojs/components';
import { shownYuan } from '../agency/case-words';
import { focusFirstButton } from '../agency/focus';
import { KeyHint } from '../agency/key-hint';
import { Fact } from '../agency/panel';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';

interface AskFreezeProps {
  count: number;
  total: number;
  onSend: () => Promise<void>;
  onLeave: () => void;
}

export function AskFreeze({ count, total, onSend, onLeave }: AskFreezeProps) {
  const button = useRef<unknown>(null);
  useEffect(() => focusFirstButton(button.current), []);
  return (
    <Sheet open title="确定冻结这一批？" onClose={onLeave}>
      <Fact term="笔数">{count} 笔</Fact>
      <Fact term="合计">{shownYuan(total)} 元</Fact>
      <View className="payable-soft">冻结后金额和账户不再变。接着下载文件交给银行，再导入银行给的结果。</View>
      <View ref={button}>
        <Button onPress={onSend} busyLabel="正在冻结…">
          冻结
          <KeyHint name="Enter" />
        </Button>
      </View>
      <Button kind="secondary" onPress={onLeave}>
        先不
        <KeyHint name="Esc" />
      </Button>
    </Sheet>
  );
}
