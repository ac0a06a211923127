import type { FileFinding } from '@yiban/shared-types/cases';

/** What to do about each finding, for people. A finding is advice: the person may keep the photo. */
export const findingMessages: Readonly<Record<FileFinding, string>> = {
  blurred: '照片有些模糊，字可能看不清。请拿稳手机，等画面清楚了再拍一张。',
  dark: '照片有些暗。请到亮一点的地方，再拍一张。',
  glare: '照片上有反光，挡住了一部分字。请换个角度，避开灯光再拍一张。',
  small: '照片偏小，字可能看不清。请用手机相机靠近一些，再拍一张。',
  'cut-off': '纸张没有拍全。请把四个角都拍进画面。',
  'wrong-paper': '这好像不是要交的材料。请核对后再拍一张。',
};

const known = new Set<string>(Object.keys(findingMessages));

export function isFinding(code: unknown): code is FileFinding {
  return typeof code === 'string' && known.has(code);
}
