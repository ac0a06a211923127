/** How photos that are no page of a case's material fare: asked about, on their way, or cut off, with the way to go on. */
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import type { LoosePhotos } from './use-loose-photos';

export function LoosePhotoState({ photos }: { photos: LoosePhotos }) {
  const { sending, asked } = photos;
  if (sending) return <Paragraph soft>正在上传照片…</Paragraph>;
  return (
    <>
      {asked.length > 0 && <Asked photos={photos} />}
      <Unsent photos={photos} />
    </>
  );
}

function Asked({ photos: { asked, insist, drop } }: { photos: LoosePhotos }) {
  const title = asked.length === 1 ? '照片可能看不清' : `有 ${asked.length} 张照片可能看不清`;
  return (
    <Notice tone="warn" title={title} detail={[...new Set(asked.map(({ words }) => words))].join('')}>
      <Button onPress={drop}>不要了，重新拍</Button>
      <Button kind="secondary" onPress={insist}>
        还是用{asked.length === 1 ? '这张' : '这几张'}
      </Button>
    </Notice>
  );
}

function Unsent({ photos: { unsent, problem, again } }: { photos: LoosePhotos }) {
  if (problem === null) return null;
  return (
    <Notice
      tone="error"
      title={problem.title}
      detail={problem.detail}
      {...(unsent > 0 ? { action: { label: `再发一次（${unsent} 张）`, onPress: again } } : {})}
    />
  );
}
