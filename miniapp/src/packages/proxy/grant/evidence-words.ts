import type { GrantView } from '@yiban/shared-types/grants';

/** What the right to act rests on. */
export function evidenceWords({ evidence }: GrantView): string {
  const words: Readonly<Record<GrantView['evidence'], string>> = {
    signature: '本人扫码签名',
    letter: '纸质委托书',
    guardian: '监护关系证明',
  };
  return words[evidence];
}
