/** What fingers and eyes do with a page: find by words or selector, tap, type, pick, draw, read, count. */
import { triggerEvent } from 'glass-easel';
import type { Element as EaselElement } from 'glass-easel';
import { strokeCounts } from './wx-canvas.ts';

export interface Counts {
  nodes: number;
  depth: number;
  children: number;
}

export interface Target {
  /** Words on it, its aria-label, or a CSS selector that begins with # . [ or a tag and one of these. */
  target: string;
  /** Which of several alike, from 0; without it, several alike are an error. */
  nth?: number;
}

const SELECTOR = /^([#.[]|[a-z]+[#.[])/;
const PRESSABLE = '[aria-role="button"], [aria-role="radio"], [aria-role="link"], [aria-role="tab"], button, picker';

/** Answers whether this tap agreed to the privacy notice by WeChat's own button. */
export function tap(page: HTMLElement, target: Target): boolean {
  const element = find(page, target);
  if (element.closest('[aria-disabled="true"]')) throw new Error(`“${target.target}” is disabled`);
  const openType = element.closest('button')?.getAttribute('open-type');
  trigger(element, 'tap', { x: 0, y: 0 });
  const agrees = openType === 'agreePrivacyAuthorization';
  if (agrees) trigger(element, 'agreeprivacyauthorization', {});
  return agrees;
}

/** The time between two keys of a quick typist: without it React would take all keys for one change. */
const KEY_PAUSE_MS = 30;

export async function input(page: HTMLElement, target: Target, value: string, keyByKey: boolean): Promise<void> {
  const element = find(page, target);
  trigger(element, 'focus', { value: element.getAttribute('value') ?? '', height: 300 });
  const keys = keyByKey ? Array.from(value, (_key, index) => value.slice(0, index + 1)) : [value];
  for (const typed of keys) {
    trigger(element, 'input', { value: typed, cursor: typed.length, keyCode: 0 });
    await new Promise((resolve) => setTimeout(resolve, KEY_PAUSE_MS));
  }
  trigger(element, 'blur', { value, cursor: value.length });
}

export function pick(page: HTMLElement, target: Target, value: string | number): void {
  trigger(find(page, target), 'change', { value });
}

export function draw(page: HTMLElement, target: Target, points: readonly { x: number; y: number }[]): void {
  const canvas = find(page, target);
  points.forEach((point, index) => {
    const touches = [{ ...point, identifier: 0 }];
    trigger(canvas, index === 0 ? 'touchstart' : 'touchmove', {}, { touches, changedTouches: touches });
  });
  trigger(canvas, 'touchend', {}, { touches: [], changedTouches: [] });
}

export function strokes(page: HTMLElement): number {
  return Array.from(page.querySelectorAll('canvas')).reduce((sum, one) => sum + (strokeCounts.get(one) ?? 0), 0);
}

export function visibleText(page: HTMLElement): string {
  return page.innerText.replace(/\n{2,}/g, '\n').trim();
}

/** As WeChat's own checks count: nodes of the page, levels, and children of the fullest node. */
export function counts(page: HTMLElement): Counts {
  const all = Array.from(page.querySelectorAll('*'));
  return {
    nodes: all.length,
    depth: Math.max(0, ...all.map((element) => depthOf(element, page))),
    children: Math.max(0, ...all.map((element) => element.children.length)),
  };
}

function depthOf(element: Element, page: HTMLElement): number {
  let depth = 0;
  for (let at: Element | null = element; at && at !== page; at = at.parentElement) depth += 1;
  return depth;
}

function find(page: HTMLElement, { target, nth }: Target): HTMLElement {
  // A finger reaches only what lies on top.
  const reached = Array.from(page.querySelectorAll<HTMLElement>('[aria-role="dialog"]')).findLast(isVisible) ?? page;
  const found = SELECTOR.test(target) ? bySelector(reached, target) : byWords(reached, target);
  if (found.length === 0) throw new Error(`Nothing says or is “${target}”. The page says:\n${visibleText(page)}`);
  if (nth === undefined && found.length > 1) {
    throw new Error(`${found.length} things are “${target}”; say which with nth:\n${found.map(outline).join('\n')}`);
  }
  const element = found[nth ?? 0];
  if (!element) throw new Error(`There are only ${found.length} of “${target}”`);
  return element;
}

function bySelector(page: HTMLElement, selector: string): HTMLElement[] {
  // The framework puts the id of the component before an id.
  const prefixed = selector.replace(/#([\w-]+)/g, '[id$="--$1"]');
  return Array.from(page.querySelectorAll<HTMLElement>(prefixed)).filter(isVisible);
}

/** The most exact kind of match wins: label or words equal, then contained; of nested ones the innermost pressable. */
function byWords(page: HTMLElement, words: string): HTMLElement[] {
  const all = Array.from(page.querySelectorAll<HTMLElement>('*')).filter(isVisible);
  const label = (element: HTMLElement) => element.getAttribute('aria-label') ?? '';
  const say = (element: HTMLElement) => element.innerText?.trim() ?? '';
  const placeholder = (element: HTMLElement) => element.getAttribute('placeholder') ?? '';
  const kinds = [
    all.filter((element) => label(element) === words),
    all.filter((element) => say(element) === words),
    all.filter((element) => placeholder(element) === words),
    all.filter((element) => label(element).includes(words)),
    all.filter((element) => say(element).includes(words)),
  ];
  const matches = kinds.find((kind) => kind.length > 0) ?? [];
  const innermost = matches.filter((one) => !matches.some((other) => other !== one && one.contains(other)));
  const pressable = innermost.map((one) => one.closest<HTMLElement>(PRESSABLE) ?? one);
  return [...new Set(pressable)];
}

function isVisible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 || element.closest('page') === null;
}

function outline(element: HTMLElement): string {
  return `  ${element.tagName.toLowerCase()}.${element.className} ${element.getAttribute('aria-label') ?? ''} “${element.innerText?.slice(0, 40)}”`;
}

function trigger(element: HTMLElement, name: string, detail: object, extraFields: Record<string, unknown> = {}): void {
  const node = (element as HTMLElement & { __wxElement?: EaselElement }).__wxElement;
  if (!node) throw new Error(`${outline(element)} is no node of the mini-program`);
  triggerEvent(node, name, detail, { bubbles: true, composed: true, extraFields: { touches: [], ...extraFields } });
}
