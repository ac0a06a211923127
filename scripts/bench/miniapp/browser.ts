/** The browser build: scripts of the first screen, and Lighthouse on a phone with slow 4G and a 4 × slower processor. */
import { statSync } from 'node:fs';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from '../../../test/browser/chromium.ts';
import { freePort } from '../../../test/server/free-port.ts';
import type { RunningProduct } from '../../../test/server/running-server.ts';
import { atLeast, atMost, withoutGoal, type Figure } from '../figure.ts';
import { median } from '../load.ts';

const goals = { scriptsKb: 170, performance: 95, accessibility: 100, lcpSeconds: 2.5 } as const;

interface Run {
  readonly performance: number;
  readonly accessibility: number;
  readonly lcp: number;
  readonly interactive: number;
  readonly blocking: number;
  readonly scripts: readonly string[];
}

/** Home of somebody who chose their region; nothing in the browser's caches. Medians of the runs. */
export async function measureBrowser(
  { baseUrl }: RunningProduct,
  distDir: string,
  repeats: number,
): Promise<readonly Figure[]> {
  const runs: Run[] = [];
  for (let run = 0; run < repeats; run += 1) runs.push(await visited(baseUrl));
  const middle = (value: (run: Run) => number): number => median(runs.map(value));
  const scripts = [...new Set(runs.flatMap((run) => run.scripts))];
  const bytes = scripts.reduce((all, name) => all + statSync(path.join(distDir, `${name}.gz`)).size, 0);
  return [
    atMost('browser, scripts of the first screen in gzip', bytes / 1024, 'KB', goals.scriptsKb),
    atLeast(
      'browser, Lighthouse mobile performance',
      middle((run) => run.performance),
      '',
      goals.performance,
    ),
    atLeast(
      'browser, Lighthouse accessibility',
      middle((run) => run.accessibility),
      '',
      goals.accessibility,
    ),
    atMost(
      'browser, LCP on slow 4G, processor 4 × slower',
      middle((run) => run.lcp),
      's',
      goals.lcpSeconds,
    ),
    withoutGoal(
      'browser, usable on slow 4G, processor 4 × slower',
      middle((run) => run.interactive),
      's',
    ),
    withoutGoal(
      'browser, blocked in that time',
      middle((run) => run.blocking),
      'ms',
    ),
  ];
}

async function visited(baseUrl: string): Promise<Run> {
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  try {
    // Lighthouse visits in the browser's own context; what the phone remembers is put there first, from an address without scripts.
    const [context] = (await chromium.connectOverCDP(`http://127.0.0.1:${port}`)).contexts();
    const page = await context?.newPage();
    if (page === undefined) throw new Error('the browser has no context of its own');
    await page.goto(`${baseUrl}/api/openapi.json`);
    await page.evaluate(() => {
      for (const [key, data] of [
        ['yiban.type-mode', 'normal'],
        ['yiban.privacy.1', 'agreed'],
        ['yiban.region', '620000'],
      ] as const)
        localStorage.setItem(key, JSON.stringify({ data }));
    });
    await page.close();
    const result = await lighthouse(`${baseUrl}/`, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
      disableStorageReset: true,
    });
    if (result === undefined) throw new Error('Lighthouse gave no result');
    return runOf(result.lhr, baseUrl);
  } finally {
    await browser.close();
  }
}

function runOf({ categories, audits, runtimeError }: LighthouseResult, baseUrl: string): Run {
  if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const score = (category: string): number => (categories[category]?.score ?? Number.NaN) * 100;
  const value = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    lcp: value('largest-contentful-paint') / 1000,
    interactive: value('interactive') / 1000,
    blocking: value('total-blocking-time'),
    scripts: scriptsOf(audits['network-requests']?.details).map((url) => url.slice(baseUrl.length + 1)),
  };
}

type LighthouseResult = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

function scriptsOf(details: unknown): readonly string[] {
  const { items } = requests.parse(details);
  return items.flatMap(({ url, resourceType }) => (resourceType === 'Script' && /\/js\//.test(url) ? [url] : []));
}

const requests = z.object({ items: z.array(z.object({ url: z.string(), resourceType: z.string().optional() })) });
