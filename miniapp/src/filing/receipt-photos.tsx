/** The photos of one receipt: those on their way, those received, one that the phone has lost; taking more. */
import type { UploadView } from '@yiban/shared-types/cases';
import type { Trim } from '@yiban/shared-types/uploads';
import { newKey } from '../api/cases';
import { trimUpload } from '../api/uploads';
import type { Draft } from '../drafts/draft';
import { useDraft } from '../drafts/use-draft';
import { takePhotos } from '../photos/camera';
import type { TakenPhoto } from '../photos/kept-file';
import { settlePhoto, usePhotoQueue } from '../photos/photo-queue';
import type { QueuedPhoto } from '../photos/queued-photo';
import { PhotoGrid, PhotoTile } from '../ui/photo-tile';
import { PhotoButtons } from '../photos/photo-buttons';
import { PhotoAsked, PhotoFindings, PhotoRefusal } from './photo-notices';
import { QueuedTile } from './queued-tile';
import { photoOnPhone } from './receipt-draft';
import { ReceivedTile, tileKey } from './received-tile';

interface ReceiptPhotosProps {
  draft: Draft;
  uploads: readonly string[];
  onChange: (uploads: readonly string[]) => void;
  /** Has the photos that changed put to the case. */
  onReplaced: () => Promise<void>;
  /** Sends photos; what stands for them among the uploads. */
  photograph: (files: readonly TakenPhoto[]) => readonly string[];
}

const MOST_PHOTOS = 5;

/** Photos that are cut and not yet put to the case. No state: the answers that name them are shown before any is. */
const justCut = new Map<string, UploadView>();

export function ReceiptPhotos({ draft, uploads, onChange, onReplaced, photograph }: ReceiptPhotosProps) {
  const { view } = useDraft(draft);
  const queue = usePhotoQueue();
  const photos = uploads.map((upload, index) => ({
    upload,
    name: `照片 ${index + 1}`,
    queued: queue.find(({ id }) => id === photoOnPhone(upload)),
    received: view.materials.flatMap((one) => one.uploads).find(({ id }) => id === upload) ?? justCut.get(upload),
  }));

  async function replace(upload: string, by: readonly string[]) {
    onChange(uploads.flatMap((one) => (one === upload ? by : [one])));
    const photo = photoOnPhone(upload);
    if (photo !== null) await settlePhoto(photo);
  }

  async function retake(upload: string) {
    const taken = await takePhotos({ from: 'camera', most: 1, paper: 'receipt' });
    if (taken.length > 0) await replace(upload, photograph(taken));
  }

  async function trim(upload: string, to: Trim) {
    const made = await trimUpload(upload, to, newKey());
    justCut.set(made.id, made);
    await replace(upload, [made.id]);
    await onReplaced();
  }

  return (
    <>
      {photos.length > 0 && (
        <PhotoGrid>
          {photos.map(({ upload, name, queued, received }) => {
            const remove = () => replace(upload, []);
            if (queued !== undefined) return <QueuedTile key={upload} name={name} photo={queued} onRemove={remove} />;
            if (received !== undefined) {
              const deeds = { retake: () => void retake(upload), remove };
              return (
                <ReceivedTile
                  key={tileKey(received)}
                  name={name}
                  upload={received}
                  deeds={deeds}
                  onTrim={(to) => trim(upload, to)}
                />
              );
            }
            // Received and just being put to the case; or left on another phone.
            if (photoOnPhone(upload) === null) return <PhotoTile key={upload} name={name} state="received" />;
            return (
              <PhotoTile
                key={upload}
                name={name}
                state="failed"
                problem="手机里找不到这张照片了，请删掉再拍一张。"
                onRemove={() => void remove()}
              />
            );
          })}
        </PhotoGrid>
      )}
      {photos.map(({ upload, name, queued, received }) => (
        <PhotoNotice key={upload} name={name} queued={queued} received={received} onRetake={() => retake(upload)} />
      ))}
      {photos.length < MOST_PHOTOS && (
        <PhotoButtons
          words={photos.length === 0 ? '给票据拍照' : '这张票据再拍一张'}
          kind={photos.length === 0 ? 'primary' : 'secondary'}
          most={MOST_PHOTOS - photos.length}
          paper="receipt"
          onTaken={(files) => onChange([...uploads, ...photograph(files)])}
        />
      )}
    </>
  );
}

interface PhotoNoticeProps {
  name: string;
  queued: QueuedPhoto | undefined;
  received: UploadView | undefined;
  onRetake: () => Promise<void>;
}

function PhotoNotice({ name, queued, received, onRetake }: PhotoNoticeProps) {
  if (queued?.state === 'asked') return <PhotoAsked name={name} photo={queued} onRetake={onRetake} />;
  if (queued !== undefined) return <PhotoRefusal name={name} photo={queued} onRetake={onRetake} />;
  return received === undefined ? null : <PhotoFindings name={name} upload={received} onRetake={onRetake} />;
}
