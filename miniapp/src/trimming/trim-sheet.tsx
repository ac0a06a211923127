/** A photo is cut to its paper: the four corners are put where the paper's are, and the rest goes. */
import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { UploadView } from '@yiban/shared-types/cases';
import type { Corners, Trim } from '@yiban/shared-types/uploads';
import { explained, hasCode } from '../api/problem';
import { oneUpload, pictureAddress } from '../api/uploads';
import { Button } from '../ui/button';
import { Foldable } from '../ui/foldable';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Sheet } from '../ui/sheet';
import { Skeleton } from '../ui/skeleton';
import { nearTheEdge } from './corners';
import { NudgePad } from './nudge-pad';
import { TrimBox } from './trim-box';

interface TrimSheetProps {
  name: string;
  upload: UploadView;
  onTrim: (trim: Trim) => Promise<void>;
  onClose: () => void;
}

export function TrimSheet({ name, upload, onTrim, onClose }: TrimSheetProps) {
  const { whole, problem } = useWhole(upload);
  const [moved, setMoved] = useState<Corners | null>(null);
  const [chosen, setChosen] = useState(0);
  const [refusal, setRefusal] = useState<{ title: string; detail: string }>();
  const turn = upload.trimmedFrom?.turn ?? 0;
  const before = whole?.id === upload.id ? null : (upload.trimmedFrom?.corners ?? null);
  const corners = moved ?? before ?? whole?.edges ?? nearTheEdge;
  const src = whole === undefined ? undefined : pictureAddress(whole.picture);

  async function trim(to: Corners | null) {
    try {
      await onTrim({ corners: to, turn });
      onClose();
    } catch (error) {
      setRefusal(explained(error));
    }
  }

  const shown = refusal ?? problem;
  return (
    <Sheet open title={`裁剪${name}`} onClose={onClose}>
      <Paragraph>把四个圆点放到纸的四个角上。暗的地方会裁掉，拍歪的会拉正。</Paragraph>
      {src !== undefined && whole !== undefined ? (
        <TrimBox
          src={src}
          aspect={whole.aspect ?? 1}
          corners={corners}
          chosen={chosen}
          onChoose={setChosen}
          onChange={setMoved}
        />
      ) : (
        problem === undefined && <Skeleton rows={2} what="照片" />
      )}
      {shown && <Notice tone="error" title={shown.title} detail={shown.detail} />}
      <Button busyLabel="正在裁…" onPress={() => trim(corners)}>
        就这样裁
      </Button>
      {whole?.edges && moved !== null && (
        <Button kind="secondary" onPress={() => setMoved(whole.edges)}>
          自动找纸边
        </Button>
      )}
      <Foldable title="用按钮挪圆点">
        <View className="trim-pad">
          <NudgePad corners={corners} chosen={chosen} onChoose={setChosen} onChange={setMoved} />
        </View>
      </Foldable>
      {before !== null && (
        <Button kind="secondary" busyLabel="正在还原…" onPress={() => trim(null)}>
          不裁了，用整张照片
        </Button>
      )}
      <Button kind="quiet" onPress={onClose}>
        返回，不改
      </Button>
    </Sheet>
  );
}

/** What it is cut from: the photo as it was taken, or itself where that is no longer kept. */
function useWhole(upload: UploadView) {
  const from = upload.trimmedFrom?.upload ?? null;
  const [fetched, setFetched] = useState<UploadView>();
  const [lost, setLost] = useState(false);
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  useEffect(() => {
    if (from === null) return undefined;
    let gone = false;
    oneUpload(from).then(
      (view) => {
        if (!gone) setFetched(view);
      },
      (error: unknown) => {
        if (gone) return;
        if (hasCode(error, 'upload-not-found') || hasCode(error, 'upload-expired')) setLost(true);
        else setProblem(explained(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [from]);
  return { whole: from === null || lost ? upload : fetched, problem };
}
