import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { create } from 'fontkit';
import { fontsFor } from './document-fonts.js';
import { MissingGlyphsError } from './missing-glyphs.js';

describe('the fonts of a document', () => {
  it('are Noto Sans SC alone for what it draws, rare characters of 《通用规范汉字表》 included', async () => {
    const fonts = await fontsFor(['张秀英 1,234.50 元', '㛃𬱖𫖯𬀩𰻝']);
    assert.deepEqual([...fonts.files.keys()], ['regular', 'bold']);
    assert.deepEqual(fonts.runs('张𬱖', 'bold'), [{ font: 'bold', text: '张𬱖' }]);
  });

  it('add the one file that draws a rarer character', async () => {
    const fonts = await fontsFor(['𠮷𪚥先生']);
    const [regular, bold, ...rare] = fonts.files.keys();
    assert.deepEqual([regular, bold, rare.length], ['regular', 'bold', 2]);
    const runs = fonts.runs('𠮷先生', 'regular');
    assert.deepEqual(
      runs.map((run) => run.text),
      ['𠮷', '先生'],
    );
    const file = fonts.files.get(runs[0]?.font ?? '');
    assert.ok(file !== undefined);
    const font = create(file);
    assert.ok('hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(0x20bb7));
  });

  it('draw the same characters in both weights', async () => {
    const [regular, bold] = (await fontsFor([])).files.values();
    assert.ok(regular !== undefined && bold !== undefined);
    const [light, heavy] = [create(regular), create(bold)];
    assert.ok('characterSet' in light && 'characterSet' in heavy);
    assert.deepEqual(heavy.characterSet, light.characterSet);
  });

  it('name every character that none draws: private use never is, whatever a font has there', async () => {
    await assert.rejects(fontsFor(['张\ue863', '\u{31350}英']), (error) => {
      assert.ok(error instanceof MissingGlyphsError);
      assert.deepEqual(error.characters, ['\ue863', '\u{31350}']);
      assert.match(error.message, /U\+E863.*U\+31350/);
      return true;
    });
  });
});
