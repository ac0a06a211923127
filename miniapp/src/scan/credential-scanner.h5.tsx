/**
 * CredentialScanner: gets the text of a credential's QR code. In the browser: the camera, which starts at once, or a
 * photo. In WeChat (credential-scanner.weapp.tsx): WeChat's own scanner.
 *   <CredentialScanner onScanned={(qr) => send(qr)} />
 * It tells by itself what to do when the camera is refused or a photo has no code.
 */
import { useEffect, useRef, useState } from 'react';
import type { ChangeEvent } from 'react';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { scanCamera } from './scan-camera';
import { scanPhoto } from './scan-photo';
import './credential-scanner.scss';

export interface CredentialScannerProps {
  onScanned: (qr: string) => void;
}

type CameraState = 'starting' | 'refused' | 'missing';

const CAMERA_PROBLEMS = {
  refused: {
    title: '没有打开相机',
    detail: '您可以在手机设置里允许使用相机，再点“重新打开相机”；也可以选一张医保码的照片或截图。',
  },
  missing: { title: '这里用不了相机', detail: '请选一张医保码的照片或截图，效果一样。' },
} as const;

export function CredentialScanner({ onScanned }: CredentialScannerProps) {
  const photo = useRef<HTMLInputElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [camera, setCamera] = useState<CameraState>('starting');
  const [photoProblem, setPhotoProblem] = useState(false);

  function tryAgain() {
    setAttempt(attempt + 1);
    setCamera('starting');
  }

  async function readPhoto(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    const text = await scanPhoto(file);
    input.value = '';
    setPhotoProblem(text === null);
    if (text !== null) onScanned(text);
  }

  return (
    <div className="scanner">
      {camera === 'starting' && <Camera key={attempt} onScanned={onScanned} onProblem={setCamera} />}
      {camera !== 'starting' && (
        <Notice
          tone="warn"
          {...CAMERA_PROBLEMS[camera]}
          action={camera === 'refused' ? { label: '重新打开相机', onPress: tryAgain } : undefined}
        />
      )}
      {photoProblem && (
        <Notice
          tone="error"
          title="这张照片里没找到二维码"
          detail="请打开医保电子凭证，截一张完整的图，或者对着二维码拍清楚一些，再选一次。"
        />
      )}
      <Button
        kind={camera === 'starting' ? 'secondary' : 'primary'}
        icon="album"
        onPress={() => photo.current?.click()}
      >
        选一张医保码照片
      </Button>
      <input
        ref={photo}
        className="scanner-file"
        type="file"
        accept="image/*"
        aria-label="医保码照片"
        tabIndex={-1}
        onChange={readPhoto}
      />
    </div>
  );
}

interface CameraProps extends CredentialScannerProps {
  onProblem: (problem: 'refused' | 'missing') => void;
}

function Camera({ onScanned, onProblem }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const report = useRef({ onScanned, onProblem });

  useEffect(() => {
    report.current = { onScanned, onProblem };
  });

  useEffect(() => {
    const leaving = new AbortController();
    if (video.current) {
      scanCamera(video.current, leaving.signal).then(
        (text) => text !== null && report.current.onScanned(text),
        (problem: unknown) => {
          if (!leaving.signal.aborted) report.current.onProblem(isRefusal(problem) ? 'refused' : 'missing');
        },
      );
    }
    return () => leaving.abort();
  }, []);

  return (
    <div className="scanner-view">
      <video ref={video} className="scanner-video" muted playsInline aria-label="相机画面" />
      <div className="scanner-frame" aria-hidden="true" />
    </div>
  );
}

function isRefusal(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'NotAllowedError';
}
