/**
 * PaperPhotos: photos of a paper that belongs to no case yet, sent as soon as they are taken.
 *   <PaperPhotos title="单位授权书" button="拍授权书" paper="authorization-letter" uploads={letter} onChange={setLetter}>
 *     拍盖了公章的授权委托书。
 *   </PaperPhotos>
 *   paper    kind of paper, as the upload is told;  uploads  those that arrived
 */
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { LoosePhotoState } from './loose-photo-state';
import { PhotoButtons } from './photo-buttons';
import { useLoosePhotos } from './use-loose-photos';

const MOST = 10;

interface PaperPhotosProps {
  title: string;
  button: string;
  paper: string;
  uploads: readonly string[];
  onChange: (uploads: readonly string[]) => void;
  children: ReactNode;
}

export function PaperPhotos({ title, button, paper, uploads, onChange, children }: PaperPhotosProps) {
  const photos = useLoosePhotos(paper, (received) => onChange([...uploads, ...received].slice(0, MOST)));
  return (
    <Card title={title}>
      <Paragraph>{children}</Paragraph>
      {uploads.length > 0 && <Row title={`已收到 ${uploads.length} 张`} mark={{ words: '已收到', tone: 'good' }} />}
      <LoosePhotoState photos={photos} />
      {uploads.length < MOST && (
        <PhotoButtons
          words={uploads.length === 0 ? button : '再拍一张'}
          kind="secondary"
          most={MOST - uploads.length}
          paper={paper}
          onTaken={(files) => void photos.take(files)}
        />
      )}
      {uploads.length > 0 && (
        <Button kind="quiet" label={`${title}，最后一张不要了`} onPress={() => onChange(uploads.slice(0, -1))}>
          最后一张不要了
        </Button>
      )}
    </Card>
  );
}
