/** The stack of pages on the screen: opening, leaving and coming back, with WeChat's rules and lifecycle. */
import * as glassEasel from 'glass-easel';
import type { AssociatedBackend, CodeSpace, Root } from 'glass-easel-miniprogram-adapter';
import type { AppConfig } from '../pack-dist.ts';
import { WxFailure, wxCall } from './wx-call.ts';

export interface SetDataCall {
  page: string;
  bytes: number;
}

/** A page as its own code sees it. */
interface PageInstance {
  route: string;
  options: Record<string, string>;
  setData: (data: object, done?: () => void) => void;
  [method: string]: unknown;
}

interface OpenPage {
  path: string;
  instance: PageInstance;
  root: Root;
  element: HTMLElement;
}

const DEEPEST = 10;

export class Stage {
  readonly setDataCalls: SetDataCall[] = [];
  private stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();
  private readonly app: AppConfig;
  private readonly codeSpace: CodeSpace;
  private readonly backend: AssociatedBackend;
  private readonly load: (path: string) => void;

  constructor(app: AppConfig, codeSpace: CodeSpace, backend: AssociatedBackend, load: (path: string) => void) {
    this.app = app;
    this.codeSpace = codeSpace;
    this.backend = backend;
    this.load = load;
  }

  get top(): OpenPage {
    const top = this.stack.at(-1);
    if (!top) throw new Error('No page is open');
    return top;
  }

  /** As `wx.createSelectorQuery` sees the page: its own tree, without what stands inside components. */
  select(selector: string): HTMLElement[] {
    const tree = this.top.root.getComponent().getShadowRoot();
    const found = selector === 'body' ? [] : (tree?.querySelectorAll(selector) ?? []);
    return found.map((element) => element.getBackendElement() as unknown as HTMLElement);
  }

  pages(): PageInstance[] {
    return this.stack.map(({ instance }) => instance);
  }

  /** The first page of a start, whatever kind it is. */
  launch(url: string): void {
    const [path] = this.parse('reLaunch', url);
    const page = this.push(url, 'reLaunch');
    if (this.app.tabPages.includes(path)) this.tabs.set(path, page);
  }

  api() {
    const going = (name: string, go: (url: string) => void) =>
      wxCall(name, ({ url }: { url: string }) => {
        go(url);
        return {};
      });
    return {
      navigateTo: going('navigateTo', (url) => this.navigateTo(url)),
      redirectTo: going('redirectTo', (url) => this.redirectTo(url)),
      reLaunch: going('reLaunch', (url) => this.reLaunch(url)),
      switchTab: going('switchTab', (url) => this.switchTab(url)),
      navigateBack: wxCall('navigateBack', ({ delta = 1 }: { delta?: number }) => {
        this.back(delta);
        return {};
      }),
    };
  }

  back(delta: number): void {
    const leave = Math.min(delta, this.stack.length - 1);
    if (leave < 1) throw new WxFailure('fail cannot navigate back at first page.');
    for (const page of this.stack.splice(-leave).toReversed()) this.unload(page);
    this.show(this.top);
  }

  private navigateTo(url: string): void {
    const [path] = this.parse('navigateTo', url);
    if (this.app.tabPages.includes(path)) throw new WxFailure('fail can not navigateTo a tabbar page');
    if (this.stack.length >= DEEPEST) throw new WxFailure(`fail webview count limit exceed`);
    this.hide(this.top);
    this.push(url, 'navigateTo');
  }

  private redirectTo(url: string): void {
    const [path] = this.parse('redirectTo', url);
    if (this.app.tabPages.includes(path)) throw new WxFailure('fail can not redirectTo a tabbar page');
    const left = this.stack.pop();
    if (left) this.unload(left);
    this.push(url, 'redirectTo');
  }

  private reLaunch(url: string): void {
    this.parse('reLaunch', url);
    for (const page of this.stack.splice(0).toReversed()) this.unload(page);
    for (const page of this.tabs.values()) this.unload(page);
    this.launch(url);
  }

  /** Leaves everything that lies over the tabs; the tabs themselves stay as they were. */
  private switchTab(url: string): void {
    const [path] = this.parse('switchTab', url);
    if (!this.app.tabPages.includes(path)) throw new WxFailure('fail can not switch to no-tabBar page');
    for (const page of this.stack.splice(0).toReversed()) {
      if (this.tabs.get(page.path) === page) this.hide(page);
      else this.unload(page);
    }
    const kept = this.tabs.get(path);
    if (kept) {
      this.stack.push(kept);
      this.show(kept);
    } else {
      this.tabs.set(path, this.push(`/${path}`, 'switchTab'));
    }
  }

  private parse(name: string, url: string): [path: string, options: Record<string, string>] {
    const [rawPath = '', query = ''] = url.split('?');
    const from = this.stack.at(-1)?.path ?? '';
    const path = rawPath.startsWith('/') ? rawPath.slice(1) : joined(from, rawPath);
    if (!this.app.pages.includes(path)) throw new WxFailure(`fail page "${path}" is not found`);
    if (name === 'switchTab' && query !== '') throw new WxFailure('fail can not pass query to a tab page');
    // WeChat hands the values on as they stand in the URL, undecoded.
    const pairs = query
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('='));
    return [path, Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value]))];
  }

  private push(url: string, openType: string): OpenPage {
    const [path, options] = this.parse(openType, url);
    this.load(path);
    const element = document.createElement('page');
    const placeholder = document.createElement('div');
    element.append(placeholder);
    document.body.append(element);
    const root = this.backend.createRoot('body', this.codeSpace, path);
    const instance = root.get() as unknown as PageInstance;
    const page: OpenPage = { path, instance, root, element };
    instance.route = path;
    instance.options = options;
    this.measure(page);
    this.stack.push(page);
    call(instance, 'onLoad', options);
    root.attach(
      element as unknown as glassEasel.GeneralBackendElement,
      placeholder as unknown as glassEasel.GeneralBackendElement,
    );
    this.show(page);
    call(instance, 'onReady');
    return page;
  }

  private measure({ path, instance }: OpenPage): void {
    const setData = instance.setData.bind(instance);
    instance.setData = (data, done) => {
      this.setDataCalls.push({ page: path, bytes: new TextEncoder().encode(JSON.stringify(data)).length });
      setData(data, done);
    };
  }

  private show(page: OpenPage): void {
    page.element.hidden = false;
    call(page.instance, 'onShow');
  }

  private hide(page: OpenPage): void {
    call(page.instance, 'onHide');
    page.element.hidden = true;
  }

  private unload(page: OpenPage): void {
    call(page.instance, 'onUnload');
    page.root.release();
    page.element.remove();
    if (this.tabs.get(page.path) === page) this.tabs.delete(page.path);
  }
}

function call(instance: PageInstance, method: string, argument?: object): void {
  const lifecycle = instance[method];
  if (typeof lifecycle === 'function') lifecycle.call(instance, argument);
}

function joined(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
