/** Looks for a QR code through the phone's camera until one is found or the signal aborts. */
import { decodeQr } from './decode-qr';

/** Wide enough for a QR on another phone's screen, small enough for an old phone to read several times a second. */
const FRAME_WIDTH = 640;
const PAUSE_MS = 120;

/** Throws DOMException NotAllowedError (refused), NotFoundError (no camera) or TypeError (page is not secure). */
export async function scanCamera(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    video.srcObject = stream;
    await video.play();
    return await firstCode(video, signal);
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
}

async function firstCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  while (context && !signal.aborted) {
    const frame = frameOf(video, canvas, context);
    const text = frame && (await decodeQr(frame));
    if (text) return text;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return null;
}

function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement, context: CanvasRenderingContext2D) {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return null;
  const scale = Math.min(1, FRAME_WIDTH / videoWidth);
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
