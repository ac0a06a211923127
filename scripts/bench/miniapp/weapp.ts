/** The WeChat build: bytes of each package, script time at the start, and what setData carries. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { openWeapp, type Weapp } from '../../../test/weapp/open-weapp.ts';
import { filesUnder, packDist } from '../../../test/weapp/pack-dist.ts';
import type { RunningProduct } from '../../../test/server/running-server.ts';
import { filledCase } from '../../../test/api/filled-case.ts';
import { CitizenClient } from '../../client/citizen.ts';
import { drawnPaper } from '../../demo/drawn-papers.ts';
import { atMost, withoutGoal, type Figure } from '../figure.ts';

const goals = { mainMb: 1, packageMb: 0.6, firstKb: 64, keyKb: 1, photoKb: 4 } as const;
/** The platform's rules for WXML. */
const limits = { nodes: 1000, depth: 30, children: 60 } as const;
const phone = { person: 'retiree-gansu', region: '620000', item: 'remote-retiree' } as const;

export async function measureWeapp(product: RunningProduct, distDir: string): Promise<readonly Figure[]> {
  return [
    ...packageSizes(distDir),
    ...(await firstScreen(product, distDir)),
    ...(await onePhoto(product, distDir)),
    ...(await largestPage(distDir)),
  ];
}

function packageSizes(distDir: string): readonly Figure[] {
  const files = filesUnder(distDir);
  const roots = new Set(packDist(distDir).app.pages.flatMap((page) => /^packages\/[^/]+/.exec(page)?.[0] ?? []));
  const megabytes = (belongs: (file: string) => boolean): number =>
    files.filter(belongs).reduce((sum, file) => sum + statSync(path.join(distDir, file)).size, 0) / 2 ** 20;
  const inPackage = (file: string) => [...roots].some((root) => file.startsWith(`${root}/`));
  return [
    atMost(
      'WeChat, main package',
      megabytes((file) => !inPackage(file)),
      'MB',
      goals.mainMb,
    ),
    ...[...roots].map((root) =>
      atMost(
        `WeChat, ${root}`,
        megabytes((file) => file.startsWith(`${root}/`)),
        'MB',
        goals.packageMb,
      ),
    ),
  ];
}

async function firstScreen(product: RunningProduct, distDir: string): Promise<readonly Figure[]> {
  const weapp = await knownPhone(product, distDir, 4, async () => '/pages/home/index');
  await using home = weapp;
  await home.waitFor('您遇到了什么事', 20_000);
  const started = await home.browserPage.evaluate(
    () => performance.getEntriesByName('start-up scripts')[0]?.duration ?? Number.NaN,
  );
  const bytes = await home.bytes();
  const calls = (await home.setDataCalls()).length;
  await home.forgetSetData();
  await home.input('.entry-input', '生', { keyByKey: true });
  const key = await home.setDataCalls();
  return [
    withoutGoal('WeChat, scripts at the start, processor 4 × slower', started, 'ms'),
    atMost('WeChat, setData for the first screen', bytes / 1024, 'KB', goals.firstKb),
    withoutGoal('WeChat, setData calls for the first screen', calls, 'calls'),
    atMost('WeChat, setData for a key', sum(key) / 1024, 'KB', goals.keyKb),
    atMost('WeChat, setData calls for a key', key.length, 'calls', 1),
  ];
}

/** A draft with all questions answered: on to its first paper, which is photographed once. */
async function onePhoto(product: RunningProduct, distDir: string): Promise<readonly Figure[]> {
  const weapp = await knownPhone(product, distDir, 1, async (filer) => {
    const { form, id } = await filledCase(filer, phone.item, phone.region);
    await filer.api.call('DELETE', `/cases/${id}`);
    const draft = await filer.open(phone.item, phone.region, form);
    return `/packages/filing/index/index?case=${draft.id}`;
  });
  await using one = weapp;
  await atCamera(one);
  await one.willChoosePhotos([{ bytes: await drawnPaper('户口簿', ['样张']), extension: 'jpg' }]);
  await one.forgetSetData();
  await one.tap({ target: '拍照', nth: 0 });
  await one.waitFor('再拍一张', 20_000);
  await one.waitFor('已收到', 20_000);
  return [atMost('WeChat, setData for a photo', sum(await one.setDataCalls()) / 1024, 'KB', goals.photoKb)];
}

async function atCamera(weapp: Weapp): Promise<void> {
  for (let step = 0; step < 15; step += 1) {
    const text = await weapp.text();
    if (text.includes('从相册里选')) return;
    if (text.includes('用哪种方式证明')) await weapp.tap({ target: '户口簿', nth: 0 });
    await weapp.tap({ target: '下一步', nth: 0 });
    // A tap at once would be taken for a slip of the finger.
    await weapp.browserPage.waitForTimeout(700);
  }
  throw new Error(`no paper to photograph; the page says: ${await weapp.text()}`);
}

/** A phone on which somebody is known, opened at a page that may need something of theirs first. */
async function knownPhone(
  { baseUrl, sandboxUrl }: RunningProduct,
  distDir: string,
  slowDown: number,
  page: (citizen: CitizenClient) => Promise<string>,
): Promise<Weapp> {
  const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, phone.person);
  const url = await page(citizen);
  const kept = {
    'yiban.type-mode': 'normal',
    'yiban.privacy.1': 'agreed',
    'yiban.region': phone.region,
    'yiban.session': await citizen.scan(phone.person),
  };
  const storage = Object.entries(kept).map(([key, value]): [string, string] => [key, JSON.stringify(value)]);
  return openWeapp({ distDir, apiBase: baseUrl, url, storage, slowDown });
}

async function largestPage(distDir: string): Promise<readonly Figure[]> {
  const most = { nodes: 0, depth: 0, children: 0 };
  for (const page of packDist(distDir).app.pages) {
    await using weapp = await openWeapp({ distDir, apiBase: 'http://127.0.0.1:9', url: `/${page}` });
    await weapp.waitFor(page.startsWith('packages/agency/') ? '经办' : '12393', 20_000);
    const counts = await weapp.counts();
    for (const key of ['nodes', 'depth', 'children'] as const) most[key] = Math.max(most[key], counts[key]);
  }
  return [
    atMost('WeChat, nodes of the largest page', most.nodes, 'nodes', limits.nodes),
    atMost('WeChat, depth of the deepest page', most.depth, 'levels', limits.depth),
    atMost('WeChat, children of one node at most', most.children, 'nodes', limits.children),
  ];
}

const sum = (calls: readonly { readonly bytes: number }[]): number => calls.reduce((all, { bytes }) => all + bytes, 0);
