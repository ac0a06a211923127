// The browser of the tests, and letters for it to draw Chinese with.
import { run } from './command.mjs';
import { installDebianPackages, onDebian } from './debian-packages.mjs';
import { Failure } from './failure.mjs';
import { findProgram } from './find-program.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Installs what is missing (on Debian).
 *
 * @returns {Promise<string>} path of the browser
 */
export async function ensureBrowser() {
  const given = process.env['CHROMIUM_PATH'];
  const missing = [];
  if (!given && !findProgram(names)) missing.push('chromium');
  if (!(await drawsChinese())) missing.push('fontconfig', 'fonts-noto-cjk');

  if (missing.length > 0) {
    if (!onDebian) {
      throw new Failure(
        'The tests need Chromium (or Chrome) and a Chinese font. On macOS: brew install --cask chromium\n' +
          'A browser elsewhere: CHROMIUM_PATH=/path/to/chromium npm test',
      );
    }
    await installDebianPackages(missing);
  }
  const browser = given ?? findProgram(names);
  if (!browser) throw new Failure('Chromium is installed, but not found. Say where: CHROMIUM_PATH=… npm test');
  return browser;
}

async function drawsChinese() {
  if (process.platform === 'darwin') return true;
  const { ok, output } = await run('fc-list', [':lang=zh', 'family']);
  return ok && output.trim() !== '';
}
