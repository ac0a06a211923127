/** What a person has to do about each material: bring or photograph it, sign it, or nothing at all. */
import type { Material, MaterialAlternative } from '@yiban/shared-types/catalogue';

export interface MaterialWays {
  readonly id: string;
  readonly name: string;
  /** 「新办备案时要」, null where it is always wanted. */
  readonly when: string | null;
  /** Each one way of meeting it, in words. */
  readonly ways: readonly string[];
  readonly note: string | null;
}

/** Nothing to bring where one of the ways is met by the scan, by data of others, or filled in by the system. */
export function isForFree({ anyOf }: Material): boolean {
  return anyOf.some(
    ({ kind, signed }) => kind === 'credential' || kind === 'data' || (kind === 'generated' && signed !== true),
  );
}

export function waysOf(material: Material): MaterialWays {
  const { id, name, required, anyOf, note } = material;
  return {
    id,
    name,
    when: typeof required === 'object' ? `${required.when}要` : required ? null : '有就带上，没有也能办',
    ways: anyOf.map(wayWords),
    note: note ?? null,
  };
}

function wayWords({ kind, name, pages, signed }: MaterialAlternative): string {
  switch (kind) {
    case 'credential':
      return '扫医保电子凭证就行';
    case 'data':
      return '我们从平台上查，不用您交';
    case 'generated':
      return signed === true ? `${name}由系统填好，您在屏幕上签名` : `${name}由系统填好`;
    case 'commitment':
      return `拿不出来，可以在屏幕上签${name}`;
    case 'photo':
      return pages === undefined ? `拍照：${name}` : `拍照：${pages.join('、')}`;
  }
}
