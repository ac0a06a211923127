/** What stays of an everyday question once politeness and question words are gone. Pure. */

/** Said around what is meant, longest first; none of them tells one item from another. */
const filler = [
  '请问一下', '想问一下', '我想知道', '怎么才能', '需要什么', '要带什么', '有没有', '能不能', '可不可以', '是不是',
  '要不要', '怎么办', '怎么弄', '怎么样', '怎么', '怎样', '如何', '请问', '想要', '我想', '我要', '可以', '需要',
  '应该', '什么', '哪里', '哪儿', '多少', '在哪', '一下', '手续', '材料', '流程', '办理', '申请', '为什么', '我们',
  '我的', '我家', '自己', '的话', '时候', '现在', '已经', '就是', '还是', '或者', '以及', '因为', '所以', '没有',
  '我', '您', '你', '他', '她', '的', '了', '吗', '呢', '啊', '吧', '么', '把', '被', '给', '到', '去', '来', '和', '跟',
  '与', '在', '是', '要', '想', '能', '会', '就', '都', '也', '还', '又', '办', '弄', '搞', '让',
].toSorted((a, b) => b.length - a.length); // prettier-ignore

const fillerPattern = new RegExp(filler.join('|'), 'gu');

/** Lower case, half width, without spaces and punctuation. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

/** The parts of a question between its fillers; the whole question where nothing else is in it. */
export function meaningfulParts(question: string): readonly string[] {
  const parts = question.split(fillerPattern).filter((part) => part !== '');
  return parts.length === 0 ? [question] : parts;
}

/** Neighbouring pairs of characters: a Chinese word is mostly two. */
export function pairs(text: string): readonly string[] {
  const characters = [...text];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}
