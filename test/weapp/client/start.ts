/** Puts the mini-program together inside the browser page that open-weapp.ts opened. */
import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { WeappBundle } from '../pack-dist.ts';
import * as hands from './hands.ts';
import type { Target } from './hands.ts';
import { ScriptLoader } from './script-loader.ts';
import { Stage } from './stage.ts';
import { canvasApi } from './wx-canvas.ts';
import { deviceApi } from './wx-device.ts';
import { PhoneFiles, fileSystemManager } from './wx-files.ts';
import { Network } from './wx-network.ts';
import { Person, personApi } from './wx-person.ts';
import { storageApi } from './wx-storage.ts';

export interface StartOptions {
  url: string;
  storage: [string, string][];
  person: Partial<Pick<Person, 'fontSizeScaleFactor' | 'privacyAgreed'>> & { loginCodes: string[] };
}

export function start(bundle: WeappBundle, options: StartOptions) {
  const files = new PhoneFiles();
  const person = Object.assign(new Person(), options.person);
  const network = new Network(files);
  const storage = new Map(options.storage);

  glassEasel.globalOptions.throwGlobalError = true;
  glassEasel.globalOptions.writeIdToDOM = true;
  const env = new MiniProgramEnv();
  const codeSpace = env.createCodeSpace('main', true);
  addTemplates(codeSpace, bundle);
  const style = document.createElement('style');
  style.textContent = bundle.styles;
  document.head.append(style);

  const load = (path: string) => {
    for (const component of usedBy(bundle, path)) if (component !== path) load(component);
    loader.load(path);
  };
  const stage = new Stage(bundle.app, codeSpace, env.associateBackend(), load);
  const wx = {
    ...deviceApi(person),
    ...storageApi(storage),
    ...network.api(),
    ...personApi(person, files),
    ...canvasApi(files, (selector) => stage.select(selector)),
    ...stage.api(),
    getFileSystemManager: () => fileSystemManager(files),
  };
  let app: Record<string, unknown> = {};
  const loader = new ScriptLoader(bundle.scripts, codeSpace, {
    wx,
    App: (definition) => {
      app = definition as Record<string, unknown>;
    },
    getApp: () => app,
    getCurrentPages: () => stage.pages(),
  });

  loader.load('app');
  const launch = { path: options.url.split('?')[0]?.replace(/^\//, ''), query: {}, scene: 1001, referrerInfo: {} };
  for (const lifecycle of ['onLaunch', 'onShow']) {
    const method = app[lifecycle];
    if (typeof method === 'function') method.call(app, launch);
  }
  stage.launch(options.url);

  const page = () => stage.top.element;
  return {
    path: () => stage.top.path,
    stack: () => stage.pages().map(({ route }) => route),
    tap: (target: Target) => {
      person.privacyAgreed = hands.tap(page(), target) || person.privacyAgreed;
    },
    input: (target: Target, value: string, keyByKey: boolean) => hands.input(page(), target, value, keyByKey),
    pick: (target: Target, value: string | number) => hands.pick(page(), target, value),
    draw: (target: Target, points: { x: number; y: number }[]) => hands.draw(page(), target, points),
    strokes: () => hands.strokes(page()),
    text: () => hands.visibleText(page()),
    counts: () => hands.counts(page()),
    back: () => stage.back(1),
    setDataCalls: () => stage.setDataCalls,
    forgetSetData: () => {
      stage.setDataCalls.length = 0;
    },
    setOnline: (online: boolean) => network.setOnline(online),
    requests: () => network.sent,
    storage: () => [...storage.entries()],
    person,
    wx,
  };
}

export type WeappInPage = ReturnType<typeof start>;

function addTemplates(codeSpace: ReturnType<MiniProgramEnv['createCodeSpace']>, bundle: WeappBundle): void {
  const groupList = new Function(`return ${bundle.templates}`)() as Record<string, never>;
  for (const path of bundle.templatePaths) {
    const content = groupList[path];
    if (content === undefined) throw new Error(`${path}.wxml was compiled to nothing`);
    // Without the flag `bindtap` on a plain <view> would become an attribute.
    codeSpace.addCompiledTemplate(path, { groupList, content, fallbackListenerOnNativeNode: true });
  }
  for (const [path, config] of Object.entries(bundle.configs)) {
    codeSpace.addComponentStaticConfig(path, config as Parameters<typeof codeSpace.addComponentStaticConfig>[1]);
  }
}

function usedBy(bundle: WeappBundle, path: string): string[] {
  const config = bundle.configs[path] as { usingComponents?: Record<string, string> } | undefined;
  const base = path.split('/').slice(0, -1);
  return Object.values(config?.usingComponents ?? {}).map((relative) => {
    const parts = relative.startsWith('/') ? [] : [...base];
    for (const part of relative.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.' && part !== '') parts.push(part);
    }
    return parts.join('/');
  });
}
