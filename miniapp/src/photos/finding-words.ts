/** What to do about a photo, said without a network: the server's own sentences (test/miniapp/same-photo-check.test.ts). */
import type { FileFinding } from '@yiban/shared-types/cases';

export const findingWords: Readonly<Record<Extract<FileFinding, 'blurred' | 'dark' | 'glare' | 'small'>, string>> = {
  blurred: '照片有些模糊，字可能看不清。请拿稳手机，等画面清楚了再拍一张。',
  dark: '照片有些暗。请到亮一点的地方，再拍一张。',
  glare: '照片上有反光，挡住了一部分字。请换个角度，避开灯光再拍一张。',
  small: '照片偏小，字可能看不清。请用手机相机靠近一些，再拍一张。',
};
