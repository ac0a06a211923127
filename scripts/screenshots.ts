/**
 * Makes the three pictures of the README from the product as it runs: a retiree's front page, a question, and the
 * closed case. They are the real screens at 390 × 844, with a person of the sandbox.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beginItem, firstStart, scannedIn } from '../test/journeys/beginning.ts';
import { browserHands } from '../test/journeys/browser-hands.ts';
import { fillIn, itemOf } from '../test/journeys/form-walker.ts';
import type { Hands } from '../test/journeys/hands.ts';
import { startProduct } from '../test/server/running-server.ts';

const root = path.join(import.meta.dirname, '..');
const pictures = path.join(root, 'docs/pictures');

/** What fits into a README without making it slow. */
const LARGEST = 150_000;

const product = await startProduct();
try {
  await using hands = await browserHands(product.baseUrl);
  const item = await itemOf(product.baseUrl, '620000', 'remote-retiree');
  await firstStart(hands);
  await scannedIn(hands, product, 'retiree-gansu');
  await beginItem(hands, '去外地住', item.name);
  while ((await hands.title()) !== '医保易办') await hands.press('返回');
  await hands.see('等您办');
  await keep(hands, 'home');

  await hands.press(item.name);
  await hands.press('接着填');
  await hands.see('第 1 步');
  const answers = {
    destination: ['安徽省', '合肥市', '蜀山区'],
    address: '长江西路 100 号 3 栋 201',
    since: '2024-03-01',
    phone: '13800001234',
  };
  await fillIn(hands, item, { answers }, async (title) => {
    if (title === '用哪种方式证明？') await keep(hands, 'question');
  });
  await hands.press('提交申请');
  await hands.press('看办件');
  await hands.see('办到哪一步了');
  await keep(hands, 'closed');
} finally {
  await product.stop();
}

/** The screen as it stands, made small. */
async function keep(hands: Hands, name: string): Promise<void> {
  const taken = await hands.picture(`readme-${name}`);
  mkdirSync(pictures, { recursive: true });
  const file = path.join(pictures, `${name}.png`);
  const { size, width, height } = await sharp(taken)
    .png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 })
    .toFile(file);
  console.log(`${path.relative(root, file)}  ${width} × ${height}, ${Math.round(size / 1024)} KB`);
  if (size > LARGEST) throw new Error(`${name}.png is larger than ${LARGEST} bytes`);
}
