/** The two ways to a photo. One that is all right is sent as soon as it is taken; there is nothing else to press. */
import { useState } from 'react';
import { takePhotos } from './camera';
import type { Picker, TakenPhoto } from './kept-file';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

interface PhotoButtonsProps {
  /** Words on the first: 「拍照」, 「再拍一张」. */
  words: string;
  kind: 'primary' | 'secondary';
  most: number;
  /** Kind of paper that is asked for; absent where any may come. */
  paper?: string | undefined;
  onTaken: (files: readonly TakenPhoto[]) => void;
}

export function PhotoButtons({ words, kind, most, paper, onTaken }: PhotoButtonsProps) {
  const [failed, setFailed] = useState(false);

  async function take(from: Picker['from']) {
    try {
      const files = await takePhotos({ from, most, paper: paper ?? null });
      setFailed(false);
      if (files.length > 0) onTaken(files);
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      {failed && (
        <Notice
          tone="error"
          title="没有拿到照片"
          detail="手机的存储空间可能满了，或者没有允许用相机。请腾出空间、允许使用相机后再拍一次。"
        />
      )}
      <Button kind={kind} icon="camera" onPress={() => take('camera')}>
        {words}
      </Button>
      <Button kind="secondary" icon="album" onPress={() => take('album')}>
        从相册里选
      </Button>
    </>
  );
}
