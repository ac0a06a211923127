/** Reads a built mini-program (dist/weapp) into what a page can run: scripts, compiled templates, configs, styles. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';

export interface WeappBundle {
  readonly app: AppConfig;
  /** Source by path without extension: `app`, `pages/home/index`. */
  readonly scripts: Readonly<Record<string, string>>;
  /** JSON beside each component and page. */
  readonly configs: Readonly<Record<string, unknown>>;
  /** Source of the object that holds every template's generator. */
  readonly templates: string;
  readonly templatePaths: readonly string[];
  readonly styles: string;
}

export interface AppConfig {
  readonly pages: readonly string[];
  readonly tabPages: readonly string[];
}

export function packDist(distDir: string): WeappBundle {
  const files = filesUnder(distDir);
  const read = (file: string) => readFileSync(path.join(distDir, file), 'utf8');
  const withoutExtension = (extension: string) =>
    files
      .filter((file) => file.endsWith(extension))
      .map((file) => [file.slice(0, -extension.length), read(file)] as const);
  const wxml = withoutExtension('.wxml');
  return {
    app: appConfigOf(read('app.json')),
    scripts: Object.fromEntries(withoutExtension('.js')),
    configs: Object.fromEntries(withoutExtension('.json').map(([name, json]) => [name, JSON.parse(json)])),
    templates: compileTemplates(wxml, withoutExtension('.wxs')),
    templatePaths: wxml.map(([name]) => name),
    styles: withoutExtension('.wxss')
      .map(([, css]) => css.replace(/@import [^;]+;/g, ''))
      .join('\n'),
  };
}

/** Every page with its sub-package's root before it, and which of them are tabs. */
function appConfigOf(json: string): AppConfig {
  const app = JSON.parse(json) as {
    pages: string[];
    subPackages?: { root: string; pages: string[] }[];
    tabBar?: { list: { pagePath: string }[] };
  };
  const subPages = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  return { pages: [...app.pages, ...subPages], tabPages: (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath) };
}

/** Throws on the first file with a problem: the compiler itself only lists them, and goes on with half a page. */
function compileTemplates(
  wxml: readonly (readonly [string, string])[],
  wxs: readonly (readonly [string, string])[],
): string {
  const group = new TmplGroup();
  try {
    for (const [name, source] of wxs) group.addScript(name, source);
    for (const [name, source] of wxml) {
      const problems: unknown[] = group.addTmpl(name, source);
      if (problems.length > 0) throw new Error(`${name}.wxml: ${problems.map(problemText).join('; ')}`);
    }
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

function problemText(problem: unknown): string {
  const { message, startLine } = problem as { message?: string; startLine?: number };
  return message === undefined ? JSON.stringify(problem) : `line ${(startLine ?? 0) + 1}: ${message}`;
}

export function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}
