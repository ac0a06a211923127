/** The canvas of the pad in WeChat (`type="2d"`). Props shared with signature-canvas.h5.tsx. */
import { useEffect, useId, useRef } from 'react';
import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Ink, isInkContext } from './ink';
import type { Point } from './ink';
import type { SignatureCanvasProps, SignatureSurface } from './signature-surface';

const LOOK_AGAIN_MS = 50;

interface CanvasTouch {
  touches: ArrayLike<{ x?: number; y?: number }>;
}

export function SignatureCanvas({ label, onSurface, onStrokeEnd }: SignatureCanvasProps) {
  const id = `signature${useId().replace(/\W/g, '')}`;
  const ink = useRef<Ink | null>(null);
  const report = useRef(onSurface);

  useEffect(() => {
    const tell = report.current;
    const stopLooking = findCanvas(id, (canvas, size) => {
      ink.current = prepareInk(canvas, size);
      tell(ink.current && surfaceOf(canvas, ink.current));
    });
    return () => {
      stopLooking();
      tell(null);
    };
  }, [id]);

  function end() {
    if (!ink.current) return;
    ink.current.end();
    onStrokeEnd();
  }

  return (
    <Canvas
      type="2d"
      id={id}
      className="signature-canvas"
      disableScroll
      ariaRole="img"
      ariaLabel={label}
      onTouchStart={(event: CanvasTouch) => withPoint(event, (point) => ink.current?.begin(point))}
      onTouchMove={(event: CanvasTouch) => withPoint(event, (point) => ink.current?.move(point))}
      onTouchEnd={end}
      onTouchCancel={end}
    />
  );
}

type CanvasSize = { width: number; height: number };

/** The canvas is there some time after React drew it, when WeChat has; `Taro.nextTick` can wait for the update after. */
function findCanvas(id: string, found: (canvas: Taro.Canvas, size: CanvasSize) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true }, (result) => {
        if (result) found(result.node, { width: result.width, height: result.height });
        else timer = setTimeout(look, LOOK_AGAIN_MS);
      })
      .exec();
  };
  timer = setTimeout(look, 0);
  return () => clearTimeout(timer);
}

function prepareInk(canvas: Taro.Canvas, size: CanvasSize): Ink | null {
  const ratio = Taro.getWindowInfo().pixelRatio;
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  const context: unknown = canvas.getContext('2d');
  return isInkContext(context) ? new Ink(context, size, ratio) : null;
}

function surfaceOf(canvas: Taro.Canvas, ink: Ink): SignatureSurface {
  return { clear: () => ink.clear(), inkLength: () => ink.length, png: () => pngOf(canvas) };
}

async function pngOf(canvas: Taro.Canvas): Promise<ArrayBuffer> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png' });
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: tempFilePath,
      success: ({ data }) => {
        if (typeof data === 'string') reject(new Error('WeChat read the signature as text'));
        else resolve(data);
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

function withPoint({ touches }: CanvasTouch, take: (point: Point) => void) {
  const touch = touches[0];
  if (touch?.x !== undefined && touch.y !== undefined) take({ x: touch.x, y: touch.y });
}
