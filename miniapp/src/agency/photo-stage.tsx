/**
 * PhotoStage: the photos of a case, one at a time and large: zoom, turn, next, previous.
 *   keys  ← → or [ ]  + - 0  R
 */
import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import { Empty } from '../ui/empty';
import { Chip } from './chip';
import { KeyHint } from './key-hint';
import { useKeys } from './keys';
import type { Photo } from './photos';
import { useStageSize } from './stage-size';
import './photo-stage.scss';

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** How a photo is looked at: a step of ZOOMS, and quarter turns to the right. Each photo keeps its own. */
interface Look {
  readonly zoom: number;
  readonly turn: number;
}
const plain: Look = { zoom: 0, turn: 0 };

interface PhotoStageProps {
  photos: readonly Photo[];
  at: number;
  onMove: (to: number) => void;
  /** The picture's link has run out. */
  onStale: () => void;
  active: boolean;
}

export function PhotoStage({ photos, at, onMove, onStale, active }: PhotoStageProps) {
  const [looks, setLooks] = useState<Readonly<Record<string, Look>>>({});
  const photo = photos[at];
  const { zoom, turn } = looks[photo?.id ?? ''] ?? plain;

  const look = (changes: Partial<Look>) => photo && setLooks({ ...looks, [photo.id]: { zoom, turn, ...changes } });
  const enlarge = (by: 1 | -1) => look({ zoom: Math.min(Math.max(zoom + by, 0), ZOOMS.length - 1) });
  const turnOn = () => look({ turn: (turn + 1) % 4 });
  const next = () => onMove(Math.min(at + 1, photos.length - 1));
  const previous = () => onMove(Math.max(at - 1, 0));

  useKeys(
    {
      arrowright: next,
      ']': next,
      arrowleft: previous,
      '[': previous,
      '+': () => enlarge(1),
      '=': () => enlarge(1),
      '-': () => enlarge(-1),
      '0': () => look({ zoom: 0 }),
      r: turnOn,
    },
    active && photo !== undefined,
  );

  if (photo === undefined) {
    return (
      <View className="photo-stage">
        <Empty icon="album" title="这个办件没有照片" detail="材料由系统核验或由申请人在线填写签名。" />
      </View>
    );
  }
  return (
    <View className="photo-stage">
      <View className="stage-caption" ariaLive="polite">
        <View className="stage-caption-name">
          {photo.materialName}，第 {photo.ordinal} 张（共 {photo.ofMaterial} 张）
        </View>
        <View>
          全部 {at + 1} / {photos.length}
        </View>
      </View>
      {photo.findings.length > 0 && (
        <View className="stage-findings">{photo.findings.map(({ message }) => message).join(' ')}</View>
      )}
      <Turned photo={photo} zoom={ZOOMS[zoom] ?? 1} turn={turn} onStale={onStale} />
      <View className="chips stage-tools">
        <Chip onPress={previous}>
          上一张
          <KeyHint name="←" />
        </Chip>
        <Chip onPress={next}>
          下一张
          <KeyHint name="→" />
        </Chip>
        <Chip onPress={() => enlarge(1)}>
          放大
          <KeyHint name="+" />
        </Chip>
        <Chip onPress={() => enlarge(-1)}>
          缩小
          <KeyHint name="-" />
        </Chip>
        <Chip onPress={turnOn}>
          转 90°
          <KeyHint name="R" />
        </Chip>
      </View>
      <View className="stage-strip">
        {photos.map(({ id, thumbnail, materialName, ordinal }, i) => (
          <View
            key={id}
            className={`stage-thumb ${i === at ? 'is-shown' : ''}`}
            ariaRole="button"
            ariaLabel={`看${materialName}第 ${ordinal} 张`}
            ariaCurrent={i === at ? 'true' : undefined}
            onClick={() => onMove(i)}
          >
            {thumbnail !== null && <Image className="stage-thumb-image" src={thumbnail} mode="aspectFill" ariaHidden />}
          </View>
        ))}
      </View>
    </View>
  );
}

interface TurnedProps {
  photo: Photo;
  zoom: number;
  turn: number;
  onStale: () => void;
}

const STAGE_ID = 'photo-stage-view';

function Turned({ photo, zoom, turn, onStale }: TurnedProps) {
  const size = useStageSize(STAGE_ID);
  const width = (size?.width ?? 0) * zoom;
  const height = (size?.height ?? 0) * zoom;
  // Lying on its side, the picture fills the stage's height with its width.
  const lying = turn % 2 === 1;
  const box = lying ? { width: height, height: width } : { width, height };
  return (
    <View className="stage-view" id={STAGE_ID} tabIndex={0} ariaRole="group" ariaLabel="照片，可以滚动">
      {size !== null && photo.picture !== null && (
        <View className="stage-room" style={{ width: `${width}px`, height: `${height}px` }}>
          <Image
            className="stage-picture"
            src={photo.picture}
            mode="aspectFit"
            style={{
              width: `${box.width}px`,
              height: `${box.height}px`,
              left: `${(width - box.width) / 2}px`,
              top: `${(height - box.height) / 2}px`,
              transform: `rotate(${turn * 90}deg)`,
            }}
            ariaLabel={`${photo.materialName}第 ${photo.ordinal} 张`}
            onError={onStale}
          />
        </View>
      )}
    </View>
  );
}
