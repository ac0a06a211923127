/** What a screen shows of personal data: enough to know it is one's own, not enough to use it. */

/** 「张英」→「张*」, 「张秀英」→「张*英」, 「欧阳秀英」→「欧**英」; characters are code points, so rare ones stay whole. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const [first] = characters;
  const last = characters.at(-1);
  if (first === undefined || last === undefined) return '';
  if (characters.length === 1) return '*';
  if (characters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(characters.length - 2)}${last}`;
}

/** 「6201**********1234」: region and last four of an 18-digit number; less of anything shorter. */
export function maskIdNumber(idNo: string): string {
  return idNo.length >= 15 ? keepEnds(idNo, 4, 4) : keepEnds(idNo, 1, 2);
}

/** 「138****1234」; of any other telephone number the last four. */
export function maskPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? keepEnds(phone, 3, 4) : keepEnds(phone, 0, 4);
}

/** 「**** 1234」: the last four digits, without telling how long the number is. */
export function maskBankCard(card: string): string {
  const digits = card.replace(/\s/g, '');
  return digits.length <= 8 ? '****' : `**** ${digits.slice(-4)}`;
}

/** The beginning of an address or a remark, six characters at most. */
export function maskText(text: string): string {
  const characters = [...text.trim()];
  if (characters.length === 0) return '';
  return `${characters.slice(0, Math.min(6, Math.floor(characters.length / 2))).join('')}****`;
}

/** The ends stay, the middle becomes as many stars; a text too short to hide half of it is hidden whole. */
function keepEnds(text: string, start: number, end: number): string {
  if (text.length < (start + end) * 2 - 4 || text.length <= start + end) return '*'.repeat(text.length);
  return `${text.slice(0, start)}${'*'.repeat(text.length - start - end)}${text.slice(text.length - end)}`;
}
