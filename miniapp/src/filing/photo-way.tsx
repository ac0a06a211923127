/** A requirement met by photos: the pages wanted, those taken and how far they are, taking more. */
import { useState } from 'react';
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import type { CaseMaterialView } from '@yiban/shared-types/cases';
import type { MaterialAlternative } from '@yiban/shared-types/catalogue';
import type { Trim } from '@yiban/shared-types/uploads';
import { newKey } from '../api/cases';
import { explained } from '../api/problem';
import { trimUpload } from '../api/uploads';
import type { Draft } from '../drafts/draft';
import { takePhotos } from '../photos/camera';
import { enqueue, settlePhoto, usePhotoQueue } from '../photos/photo-queue';
import type { TakenPhoto } from '../photos/kept-file';
import type { QueuedPhoto } from '../photos/queued-photo';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { PhotoGrid } from '../ui/photo-tile';
import { PhotoButtons } from '../photos/photo-buttons';
import { PhotoAsked, PhotoFindings, PhotoRefusal } from './photo-notices';
import type { PhotoDeeds } from './photo-sheet';
import { QueuedTile } from './queued-tile';
import { ReceivedTile, tileKey } from './received-tile';
import { SamplePicture } from './sample-picture';
import { StepPage } from './step-page';
import { useShownError } from './use-arrival';
import { useReadings } from './use-readings';
import type { StepFrame } from './step-page';
import './photo-way.scss';

interface PhotoWayProps {
  draft: Draft;
  caseId: string;
  material: string;
  way: MaterialAlternative;
  standing: CaseMaterialView | undefined;
  required: boolean;
  note: string | undefined;
  frame: StepFrame;
  onNext: () => void;
  /** Where there is another way. */
  onOtherWay: (() => void) | undefined;
}

/** The server takes sixty files for one material. */
const MOST = 60;

export function PhotoWay(props: PhotoWayProps) {
  const { draft, caseId, material, way, standing, required, note, frame, onNext, onOtherWay } = props;
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  useShownError(problem);
  const queued = usePhotoQueue().filter(
    ({ caseId: of, place }) =>
      of === caseId && place.kind === 'material' && place.material === material && place.alternative === way.id,
  );
  useReadings(draft, way.paper === undefined ? [] : (standing?.uploads ?? []).map(({ id }) => id));
  const givenUp = new Set(queued.map(replacedBy));
  const received = standing?.alternative === way.id ? standing.uploads : [];
  const count = received.length + queued.length - received.filter(({ id }) => givenUp.has(id)).length;
  const missing = Math.max(required ? 1 : 0, way.pages?.length ?? 0) - count;

  const nameAfter = (index: number) => `第 ${received.length + index + 1} 张`;

  function add(files: readonly TakenPhoto[], replaces: string | null = null) {
    setProblem(undefined);
    enqueue(files, {
      caseId,
      paper: way.paper ?? null,
      place: { kind: 'material', material, alternative: way.id, replaces },
    });
  }

  /** A new photo in the place of one that was received; one that was refused, or asked about, is given up for it. */
  async function retake(replaced: string | null, given?: QueuedPhoto) {
    try {
      const taken = await takePhotos({ from: 'camera', most: 1, paper: way.paper ?? null });
      if (taken.length === 0) return;
      if (given !== undefined) await settlePhoto(given.id);
      add(taken, replaced);
    } catch {
      setProblem({ title: '没有拿到照片', detail: '原来那张还在。请允许使用相机后再拍一次。' });
    }
  }

  async function rearrange(order: (uploads: readonly string[]) => readonly string[]) {
    setProblem(undefined);
    try {
      const uploads = order(received.map(({ id }) => id));
      if (uploads.length === 0) await draft.detach(material);
      else
        await draft.attach(material, (now) => ({
          alternative: way.id,
          uploads: order(now?.uploads.map(({ id }) => id) ?? []),
        }));
    } catch (error) {
      setProblem(explained(error));
    }
  }

  async function trim(upload: string, to: Trim) {
    const { id } = await trimUpload(upload, to, newKey());
    await draft.attach(material, (now) => ({
      alternative: way.id,
      uploads: (now?.uploads ?? []).map((one) => (one.id === upload ? id : one.id)),
    }));
  }

  function deedsOf(upload: string, index: number): PhotoDeeds {
    return {
      retake: () => void retake(upload),
      ...(index > 0 ? { forward: () => void rearrange((all) => moved(all, upload, -1)) } : {}),
      ...(index < received.length - 1 ? { backward: () => void rearrange((all) => moved(all, upload, 1)) } : {}),
      remove: () => rearrange((all) => all.filter((one) => one !== upload)),
    };
  }

  function goOn() {
    const asked = queued.findIndex(({ state }) => state === 'asked');
    // Of an optional paper either nothing or the whole is wanted.
    if (missing > 0 && (required || count > 0))
      setProblem({ title: `还差 ${missing} 张照片`, detail: missingWords(way, count) });
    else if (asked >= 0)
      setProblem({ title: `${nameAfter(asked)}还没发出`, detail: '请选「重拍」，或者选「还是用这张」。' });
    else onNext();
  }

  return (
    <StepPage frame={frame} title={`拍${way.name}`} onNext={goOn}>
      {way.tip && <Paragraph>{way.tip}</Paragraph>}
      <Part>{way.paper && count === 0 && <SamplePicture paper={way.paper} name={way.name} />}</Part>
      {way.pages && <PagesWanted pages={way.pages} count={count} />}
      {note && <Paragraph soft>{note}</Paragraph>}
      <Part>
        {received.map((upload, index) => (
          <PhotoFindings
            key={upload.id}
            name={`第 ${index + 1} 张`}
            upload={upload}
            onRetake={() => retake(upload.id)}
          />
        ))}
        {queued.map((photo, index) => {
          const Told = photo.state === 'asked' ? PhotoAsked : PhotoRefusal;
          const again = () => retake(replacedBy(photo), photo);
          return <Told key={photo.id} name={nameAfter(index)} photo={photo} onRetake={again} />;
        })}
      </Part>
      <Part>
        {count > 0 && (
          <Card title={`已拍 ${count} 张`}>
            <Paragraph small soft>
              点照片可以放大看、裁剪、转正、重拍、换顺序、删除。
            </Paragraph>
            <PhotoGrid>
              {received.map((upload, index) => (
                <ReceivedTile
                  key={tileKey(upload)}
                  name={`第 ${index + 1} 张`}
                  upload={upload}
                  deeds={deedsOf(upload.id, index)}
                  onTrim={(to) => trim(upload.id, to)}
                />
              ))}
              {queued.map((photo, index) => (
                <QueuedTile
                  key={photo.id}
                  name={nameAfter(index)}
                  photo={photo}
                  onRemove={() => settlePhoto(photo.id)}
                />
              ))}
            </PhotoGrid>
          </Card>
        )}
      </Part>
      <Part>{problem && <Notice tone="error" title={problem.title} detail={problem.detail} />}</Part>
      {count < MOST && (
        <PhotoButtons
          words={count === 0 ? '拍照' : '再拍一张'}
          kind={missing > 0 ? 'primary' : 'secondary'}
          most={MOST - count}
          paper={way.paper}
          onTaken={(files) => add(files)}
        />
      )}
      {onOtherWay && (
        <Button kind="quiet" onPress={onOtherWay}>
          换一种方式
        </Button>
      )}
      {!required && <Paragraph soft>这一项可以不交。</Paragraph>}
    </StepPage>
  );
}

/** What comes and goes is sent to the phone's screen with its Part, and not with everything that stands beside it. */
function Part({ children }: PropsWithChildren) {
  return <View className="photo-part">{children}</View>;
}

function replacedBy({ place }: QueuedPhoto): string | null {
  return place.kind === 'material' ? place.replaces : null;
}

function PagesWanted({ pages, count }: { pages: readonly string[]; count: number }) {
  return (
    <Card title="要拍这几页">
      <View className="pages-wanted" ariaRole="list">
        {pages.map((page, index) => (
          <View key={page} className={`page-wanted ${index < count ? 'is-there' : ''}`} ariaRole="listitem">
            <View className="page-wanted-mark" ariaRole="img" ariaLabel={index < count ? '已拍' : '还没拍'}>
              {index < count ? <Icon name="check" /> : <View>{index + 1}</View>}
            </View>
            <View>{page}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}

function missingWords({ pages, name }: MaterialAlternative, count: number): string {
  const wanted = pages?.slice(count) ?? [];
  return wanted.length === 0 ? `请拍「${name}」，至少一张。` : `请再拍：${wanted.join('、')}。`;
}

function moved(all: readonly string[], one: string, by: 1 | -1): readonly string[] {
  const from = all.indexOf(one);
  const rest = all.filter((other) => other !== one);
  return [...rest.slice(0, from + by), one, ...rest.slice(from + by)];
}
