/** Canvas 2D nodes and the selector query that finds them. Strokes are counted; the picture is a real one. */
import type { PhoneFiles } from './wx-files.ts';
import { wxCall } from './wx-call.ts';

interface QueryField {
  node?: boolean;
  size?: boolean;
  rect?: boolean;
}

interface Query {
  selector: string;
  all: boolean;
  answer: (element: Element | undefined) => object | null;
  callback: ((result: unknown) => void) | undefined;
}

/** Number of `stroke()` calls on each canvas. */
export const strokeCounts = new WeakMap<HTMLCanvasElement, number>();

/** `select` finds in the page on the screen, in its own tree only: not inside components. */
export function canvasApi(files: PhoneFiles, select: (selector: string) => HTMLElement[]) {
  return {
    createSelectorQuery: () => selectorQuery(select),
    canvasToTempFilePath: wxCall('canvasToTempFilePath', async ({ canvas }: { canvas: HTMLCanvasElement }) => {
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      return { tempFilePath: files.addTemporary(await (blob ?? new Blob()).arrayBuffer(), 'png') };
    }),
  };
}

function selectorQuery(find: (selector: string) => HTMLElement[]) {
  const queries: Query[] = [];
  const select = (selector: string, all: boolean) => {
    const ask = (answer: Query['answer'], callback: Query['callback']) => {
      queries.push({ selector, all, answer, callback });
      return query;
    };
    return {
      fields: (fields: QueryField, callback?: Query['callback']) =>
        ask((element) => fieldsOf(element, fields), callback),
      node: (callback?: Query['callback']) => ask((element) => fieldsOf(element, { node: true }), callback),
      boundingClientRect: (callback?: Query['callback']) =>
        ask((element) => fieldsOf(element, { size: true, rect: true }), callback),
      scrollOffset: (callback?: Query['callback']) => ask(() => ({ scrollTop: 0, scrollLeft: 0 }), callback),
    };
  };
  const query = {
    in: () => query,
    select: (selector: string) => select(selector, false),
    selectAll: (selector: string) => select(selector, true),
    selectViewport: () => select('body', false),
    exec: (callback?: (results: unknown[]) => void) => {
      setTimeout(() => {
        const results = queries.map((one) => resultOf(one, find));
        queries.forEach((one, index) => one.callback?.(results[index]));
        callback?.(results);
      }, 0);
    },
  };
  return query;
}

function resultOf({ selector, all, answer }: Query, find: (selector: string) => HTMLElement[]): unknown {
  const found = find(selector);
  return all ? found.map((element) => answer(element)) : answer(found[0]);
}

function fieldsOf(element: Element | undefined, fields: QueryField): object | null {
  if (!element) return null;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return {
    ...(fields.size ? { width, height } : {}),
    ...(fields.rect ? { left, top, right, bottom } : {}),
    ...(fields.node && element instanceof HTMLCanvasElement ? { node: counting(element) } : {}),
  };
}

function counting(canvas: HTMLCanvasElement): HTMLCanvasElement {
  if (strokeCounts.has(canvas)) return canvas;
  strokeCounts.set(canvas, 0);
  const context = canvas.getContext('2d');
  if (context) {
    const stroke = context.stroke.bind(context);
    context.stroke = () => {
      strokeCounts.set(canvas, (strokeCounts.get(canvas) ?? 0) + 1);
      stroke();
    };
  }
  return canvas;
}
