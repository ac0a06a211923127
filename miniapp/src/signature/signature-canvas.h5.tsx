/** The canvas of the pad in the browser. Props shared with signature-canvas.weapp.tsx. */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Ink } from './ink';
import type { Point } from './ink';
import { KeyboardPen } from './keyboard-pen';
import type { SignatureCanvasProps, SignatureSurface } from './signature-surface';

export function SignatureCanvas({ label, onSurface, onStrokeEnd }: SignatureCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useRef<Ink | null>(null);
  const pen = useRef<KeyboardPen | null>(null);
  const report = useRef(onSurface);

  useEffect(() => {
    const element = canvas.current;
    const tell = report.current;
    if (!element) return;
    ink.current = prepareInk(element);
    pen.current = ink.current && new KeyboardPen(ink.current, element.getBoundingClientRect());
    tell(ink.current && surfaceOf(element, ink.current));
    return () => tell(null);
  }, []);

  function begin(event: PointerEvent<HTMLCanvasElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    ink.current?.begin(pointOf(event));
  }

  function end() {
    ink.current?.end();
    onStrokeEnd();
  }

  function press(event: KeyboardEvent<HTMLCanvasElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || pen.current?.press(event.key) !== true) return;
    event.preventDefault();
    if ((ink.current?.length ?? 0) > 0) onStrokeEnd();
  }

  return (
    <canvas
      ref={canvas}
      className="signature-canvas"
      role="application"
      tabIndex={0}
      aria-label={`${label}。用键盘的话，按方向键画，按空格抬笔、落笔。`}
      onKeyDown={press}
      onPointerDown={begin}
      onPointerMove={(event) => ink.current?.move(pointOf(event))}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

function prepareInk(canvas: HTMLCanvasElement): Ink | null {
  const { width, height } = canvas.getBoundingClientRect();
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  return context && new Ink(context, { width, height }, ratio);
}

function surfaceOf(canvas: HTMLCanvasElement, ink: Ink): SignatureSurface {
  return { clear: () => ink.clear(), inkLength: () => ink.length, png: () => pngOf(canvas) };
}

function pngOf(canvas: HTMLCanvasElement): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) blob.arrayBuffer().then(resolve, reject);
      else reject(new Error('The browser made no picture of the signature'));
    }, 'image/png');
  });
}

function pointOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): Point {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
