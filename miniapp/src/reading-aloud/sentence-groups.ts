/** Cuts text at the ends of sentences into pieces of at most `longest` characters; a longer sentence is cut hard. */
export function sentenceGroups(text: string, longest: number): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；\n]*/g) ?? [];
  const groups: string[] = [];
  let group = '';
  for (const sentence of sentences.flatMap((one) => cut(one, longest))) {
    if (group.length + sentence.length > longest) {
      groups.push(group);
      group = '';
    }
    group += sentence;
  }
  return group === '' ? groups : [...groups, group];
}

function cut(sentence: string, longest: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < sentence.length; start += longest) pieces.push(sentence.slice(start, start + longest));
  return pieces;
}
