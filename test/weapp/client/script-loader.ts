/**
 * Runs the mini-program's scripts as WeChat does: CommonJS, and with nothing of a browser in reach.
 * `Component()` and `Page()` register under the page or component the framework is loading now, not under the script
 * that happens to call them: webpack's shared chunks would otherwise register nested components nowhere.
 */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

/** Names of a browser's window that logic code in WeChat does not have. */
const ABSENT = [
  'window',
  'document',
  'navigator',
  'location',
  'self',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'XMLHttpRequest',
  'fetch',
  'WebSocket',
  'Worker',
  'Image',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'URL',
  'URLSearchParams',
  'HTMLElement',
  'Element',
  'Node',
  'MutationObserver',
  'getComputedStyle',
  'crypto',
  'TextEncoder',
  'TextDecoder',
  'btoa',
  'atob',
  'structuredClone',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'queueMicrotask',
];

export interface LogicGlobals {
  wx: object;
  App: (app: object) => void;
  getApp: () => object | undefined;
  getCurrentPages: () => object[];
}

export class ScriptLoader {
  private readonly modules = new Map<string, { exports: object }>();
  private readonly scripts: Readonly<Record<string, string>>;
  private readonly codeSpace: CodeSpace;
  private readonly globals: LogicGlobals;

  constructor(scripts: Readonly<Record<string, string>>, codeSpace: CodeSpace, globals: LogicGlobals) {
    this.scripts = scripts;
    this.codeSpace = codeSpace;
    this.globals = globals;
  }

  /** Loads the script of a page or component, once. */
  load(path: string): void {
    if (this.modules.has(path)) return;
    this.codeSpace.componentEnv(path, (env) => {
      registrations.current = env;
      this.require(path);
    });
  }

  private require(path: string): object {
    const loaded = this.modules.get(path);
    if (loaded) return loaded.exports;
    const source = this.scripts[path];
    if (source === undefined) throw new Error(`module '${path}.js' is not defined, require args is '${path}'`);
    const module = { exports: {} };
    this.modules.set(path, module);
    this.run(path, source, module);
    return module.exports;
  }

  private run(path: string, source: string, module: { exports: object }): void {
    const { wx, App, getApp, getCurrentPages } = this.globals;
    const given = {
      require: (request: string) => this.require(resolvePath(path, request)),
      module,
      exports: module.exports,
      wx,
      App,
      getApp,
      getCurrentPages,
      Page: (definition: never) => registrations.current?.Page(definition),
      Component: (definition: never) => registrations.current?.Component(definition),
      Behavior: (definition: never) => registrations.current?.Behavior(definition),
      global: {},
      Function: refusingFunction(),
      ...Object.fromEntries(ABSENT.map((name) => [name, undefined])),
    };
    const code = `${source}\n//# sourceURL=weapp/${path}.js`;
    new Function(...Object.keys(given), code)(...Object.values(given));
  }
}

const registrations: { current: Parameters<Parameters<CodeSpace['componentEnv']>[1]>[0] | undefined } = {
  current: undefined,
};

/** `new Function('return this')` is refused by WeChat; `x instanceof Function` works. */
function refusingFunction() {
  function Refused(): never {
    throw new EvalError('WeChat does not allow code from strings');
  }
  Refused.prototype = Function.prototype;
  return Refused;
}

function resolvePath(from: string, request: string): string {
  const parts = request.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of request.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/').replace(/\.js$/, '');
}
