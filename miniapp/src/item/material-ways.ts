/** What a person has to do about each material: photograph it, or nothing at all. */
import type { Material, MaterialAlternative } from '@yiban/shared-types/catalogue';

/** Nothing to bring where one of the ways is met by the scan, by data of others, or by what the system fills in. */
export function isForFree({ anyOf }: Material): boolean {
  return anyOf.some(isFree);
}

/** 「这种情况才要：意外伤害」; null where it is always wanted. */
export function whenWanted({ required }: Material): string | null {
  if (typeof required === 'object') return `这种情况才要：${required.when}`;
  return required ? null : '有就带上，没有也能办';
}

/** Each one way of meeting the material, in words; where one costs nothing, that one alone. */
export function waysOf({ name, anyOf }: Material): readonly string[] {
  const free = anyOf.filter(isFree);
  const offered = free.length > 0 ? free : anyOf;
  return offered.map((way) => wayWords(way, name, way === offered[0]));
}

function isFree({ kind }: MaterialAlternative): boolean {
  return kind === 'credential' || kind === 'data' || kind === 'generated';
}

function wayWords({ kind, name, pages, signed }: MaterialAlternative, material: string, first: boolean): string {
  switch (kind) {
    case 'credential':
      return '扫医保电子凭证就行';
    case 'data':
      return '从平台上查，不用您交';
    case 'generated':
      return signed === true ? '系统填好，您在屏幕上签个名' : '系统填好';
    case 'commitment':
      return first ? '在屏幕上看一看，签个名就行' : `拿不出来的，可以在屏幕上签${name}`;
    case 'photo':
      return photoWords(pages, name, material);
  }
}

function photoWords(pages: readonly string[] | undefined, name: string, material: string): string {
  if (pages !== undefined) return `拍${pages.join('、')}`;
  return name === material ? '拍照就行' : `拍${name}`;
}
