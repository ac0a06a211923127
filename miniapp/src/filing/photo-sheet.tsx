/** One photo, large, and all that can be done with it. Taking it away asks once. */
import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import { explained } from '../api/problem';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { Sheet } from '../ui/sheet';
import './photo-sheet.scss';

export interface PhotoDeeds {
  readonly retake?: () => void;
  /** By a quarter to the right. */
  readonly turn?: () => Promise<void>;
  readonly trim?: () => void;
  readonly forward?: () => void;
  readonly backward?: () => void;
  readonly remove: () => void | Promise<unknown>;
}

interface PhotoSheetProps {
  name: string;
  src: string | undefined;
  deeds: PhotoDeeds;
  onClose: () => void;
}

export function PhotoSheet({ name, src, deeds, onClose }: PhotoSheetProps) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  const { retake, turn, trim, forward, backward, remove } = deeds;

  function doAndClose(deed: () => void) {
    onClose();
    deed();
  }

  async function turnOnce(deed: () => Promise<void>) {
    setProblem(undefined);
    try {
      await deed();
    } catch (error) {
      setProblem(explained(error));
    }
  }

  if (asking) {
    return (
      <Confirm
        open
        title={`删掉${name}？`}
        confirm="删掉"
        cancel="不删"
        danger
        onConfirm={async () => {
          await remove();
          onClose();
        }}
        onCancel={() => setAsking(false)}
      >
        删掉后，需要时要重新拍。
      </Confirm>
    );
  }
  return (
    <Sheet open title={name} onClose={onClose}>
      {src && (
        <View className="photo-large">
          <Image className="photo-large-image" src={src} mode="aspectFit" ariaLabel={`${name}的照片`} />
        </View>
      )}
      {retake && (
        <Button icon="camera" onPress={() => doAndClose(retake)}>
          重拍这一张
        </Button>
      )}
      {problem && <Notice tone="error" title={problem.title} detail={problem.detail} />}
      {trim && (
        <Button kind="secondary" onPress={() => doAndClose(trim)}>
          裁到纸边、拉正
        </Button>
      )}
      {turn && (
        <Button kind="secondary" busyLabel="正在转…" onPress={() => turnOnce(turn)}>
          向右转一下
        </Button>
      )}
      {forward && (
        <Button kind="secondary" onPress={() => doAndClose(forward)}>
          往前移一张
        </Button>
      )}
      {backward && (
        <Button kind="secondary" onPress={() => doAndClose(backward)}>
          往后移一张
        </Button>
      )}
      <Button kind="danger" onPress={() => setAsking(true)}>
        删除
      </Button>
    </Sheet>
  );
}
