/** How photos that are no page of a case's material fare: on their way, or cut off, with the way to go on. */
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import type { LoosePhotos } from './use-loose-photos';

export function LoosePhotoState({ photos: { sending, unsent, problem, again } }: { photos: LoosePhotos }) {
  if (sending) return <Paragraph soft>正在上传照片…</Paragraph>;
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
