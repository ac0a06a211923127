/** 居民身份证 (both sides), 户口簿 (常住人口登记卡) and bank cards. */
import { box, line, mono, sans, sheet, text, type DrawnPaper } from '../drawn-paper.ts';
import {
  chineseDate,
  inventedAddress,
  inventedBank,
  inventedCardNumber,
  inventedDate,
  inventedIdNumber,
  inventedName,
  inventedPlace,
} from '../invented.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** 85.6 × 54 mm. */
const [cardWidth, cardHeight] = [1400, 883];

export function drawIdentityPortrait(random: SeededRandom): DrawnPaper {
  const male = random.chance(0.5);
  const [name, birthday, address] = [inventedName(random), inventedDate(random, 1935, 2022), inventedAddress(random)];
  const idNumber = inventedIdNumber(random, birthday, male);
  const [year, month, day] = birthday.split('-').map(Number);
  const [label, size] = ['#2f6f9f', 38];
  const rows = [address.slice(0, 11), address.slice(11, 22), address.slice(22)].filter((part) => part !== '');
  const parts = [
    waves('#cfe3ec', '#e8d6dc'),
    text(100, 140, '姓名', { size: 34, fill: label, font: sans }) + text(220, 140, name, { size: 48, font: sans }),
    text(100, 240, '性别', { size: 34, fill: label, font: sans }) +
      text(220, 240, male ? '男' : '女', { size, font: sans }),
    text(400, 240, '民族', { size: 34, fill: label, font: sans }) + text(520, 240, '汉', { size, font: sans }),
    text(100, 340, '出生', { size: 34, fill: label, font: sans }),
    text(220, 340, String(year), { size, font: sans }) + text(330, 340, '年', { size: 34, fill: label, font: sans }),
    text(410, 340, String(month), { size, font: sans, anchor: 'middle' }) +
      text(450, 340, '月', { size: 34, fill: label, font: sans }),
    text(540, 340, String(day), { size, font: sans, anchor: 'middle' }) +
      text(580, 340, '日', { size: 34, fill: label, font: sans }),
    text(100, 440, '住址', { size: 34, fill: label, font: sans }),
    ...rows.map((row, i) => text(220, 440 + i * 56, row, { size, font: sans })),
    text(100, 780, '公民身份号码', { size: 34, fill: label, font: sans }),
    text(440, 782, idNumber, { size: 52, font: mono, spacing: 6 }),
    `<ellipse cx="1130" cy="330" rx="120" ry="150" fill="#b58f76"/><path d="M930 640Q1130 400 1330 640z" fill="#3c4a5a"/>`,
  ];
  return card(parts, '#eef3f2', { name, idNumber, birthday, address });
}

export function drawIdentityEmblem(random: SeededRandom): DrawnPaper {
  const { city, county } = inventedPlace(random);
  const authority = random.chance(0.5) ? `${city}公安局${county}分局` : `${county}公安局`;
  const validFrom = inventedDate(random, 2008, 2024);
  const years = random.pick([5, 10, 20, 0]);
  const validUntil = years === 0 ? 'long-term' : `${Number(validFrom.slice(0, 4)) + years}${validFrom.slice(4)}`;
  const shown = `${dotted(validFrom)}-${years === 0 ? '长期' : dotted(validUntil)}`;
  const parts = [
    waves('#d8e6ea', '#ecd9d9'),
    `<circle cx="210" cy="200" r="110" fill="#d9473b" opacity="0.8"/>`,
    text(830, 180, '中华人民共和国', { size: 62, anchor: 'middle', font: sans, spacing: 12 }),
    text(830, 320, '居民身份证', { size: 92, anchor: 'middle', font: sans, weight: 600, spacing: 14 }),
    text(380, 660, '签发机关', { size: 36, font: sans, weight: 600 }) +
      text(580, 660, authority, { size: 40, font: sans }),
    text(380, 770, '有效期限', { size: 36, font: sans, weight: 600 }) + text(580, 770, shown, { size: 40, font: sans }),
  ];
  return card(parts, '#eef1ee', { authority, validFrom, validUntil });
}

function card(parts: readonly string[], colour: string, fields: Readonly<Record<string, string>>): DrawnPaper {
  return {
    svg: sheet(cardWidth, cardHeight, colour, parts),
    width: cardWidth,
    height: cardHeight,
    truth: { paper: 'identity-card', fields },
  };
}

export function drawHouseholdPage(random: SeededRandom): DrawnPaper {
  const [width, height] = [1500, 1050];
  const male = random.chance(0.5);
  const [name, birthday, address] = [inventedName(random), inventedDate(random, 1940, 2024), inventedAddress(random)];
  const idNumber = inventedIdNumber(random, birthday, male);
  const movedInOn = inventedDate(random, 1990, 2025);
  const ink = '#7b3b3b';
  const [left, right, top, step] = [90, 1410, 130, 76];
  const label = (x: number, row: number, words: string): string =>
    text(x, top + row * step + 49, words, { size: 28, fill: ink });
  const value = (x: number, row: number, words: string): string =>
    text(x, top + row * step + 50, words, { size: 31, font: sans });
  const parts = [
    text(width / 2, 100, '常住人口登记卡', { size: 52, anchor: 'middle', fill: ink, weight: 600 }),
    ...Array.from({ length: 11 }, (_, i) => line(left, top + i * step, right, top + i * step, ink)),
    ...[left, 330, 800, 1060, right].map((x) => line(x, top, x, top + 5 * step, ink)),
    ...[left, 470, right].map((x) => line(x, top + 5 * step, x, top + 10 * step, ink)),
    label(110, 0, '姓名') +
      value(350, 0, name) +
      label(815, 0, '户主或与户主关系') +
      value(1080, 0, random.pick(['户主', '妻', '子', '长女'])),
    label(110, 1, '曾用名') + label(815, 1, '性别') + value(1080, 1, male ? '男' : '女'),
    label(110, 2, '出生地') + value(350, 2, address.slice(0, 6)) + label(815, 2, '民族') + value(1080, 2, '汉族'),
    label(110, 3, '籍贯') +
      value(350, 3, address.slice(0, 6)) +
      label(815, 3, '出生日期') +
      value(1080, 3, chineseDate(birthday)),
    label(110, 4, '宗教信仰') +
      label(815, 4, '文化程度') +
      value(1080, 4, random.pick(['初中', '高中', '大学本科', '小学'])),
    label(110, 5, '公民身份号码') + value(490, 5, idNumber),
    label(110, 6, '住址') + value(490, 6, address),
    label(110, 7, '服务处所') + value(490, 7, random.pick(['粮农', '个体', '无'])),
    label(110, 8, '何时由何地迁来本市（县）') + value(490, 8, random.pick(['', '久居'])),
    label(110, 9, '何时由何地迁来本址') +
      value(490, 9, `${chineseDate(movedInOn)}  ${inventedPlace(random).county}迁来`),
    text(110, 980, '承办人签章：', { size: 26, fill: ink }) +
      text(850, 980, `登记日期：${chineseDate(inventedDate(random, 2025, 2026))}`, { size: 26, fill: ink }),
  ];
  return {
    svg: sheet(width, height, '#f7f3e9', parts),
    width,
    height,
    truth: { paper: 'household-register', fields: { name, idNumber, birthday, address, movedInOn } },
  };
}

export function drawBankCard(random: SeededRandom): DrawnPaper {
  const [bank, number] = [inventedBank(random), inventedCardNumber(random, random.pick([16, 19]))];
  const [from, to] = random.pick([
    ['#14724f', '#0c4a34'],
    ['#b3202c', '#7a1018'],
    ['#1b4b8f', '#0e2a57'],
    ['#8f98a0', '#5f676d'],
  ]);
  const shown = number.replaceAll(/(.{4})(?=.)/g, '$1 ');
  const parts = [
    `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>`,
    box(0, 0, cardWidth, cardHeight, 'url(#g)'),
    text(110, 160, bank, { size: 64, fill: '#fff', font: sans, weight: 600 }),
    text(1290, 160, random.pick(['借记卡', '储蓄卡', '社保卡']), { size: 40, fill: '#fff', font: sans, anchor: 'end' }),
    box(120, 290, 170, 130, '#d9b95b'),
    text(110, 560, shown, { size: 72, fill: '#f4f4f4', font: mono, spacing: 2 }),
    text(110, 720, `VALID THRU ${random.pick(['06', '11', '09'])}/${random.whole(27, 36)}`, {
      size: 34,
      fill: '#eee',
      font: sans,
    }),
    text(1290, 790, 'UnionPay 银联', { size: 44, fill: '#fff', font: sans, anchor: 'end' }),
  ];
  return {
    svg: sheet(cardWidth, cardHeight, '#333333', parts),
    width: cardWidth,
    height: cardHeight,
    truth: { paper: 'bank-card', fields: { bank, number } },
  };
}

function waves(one: string, other: string): string {
  const paths = Array.from({ length: 14 }, (_, i) => {
    const y = 40 + i * 64;
    return `<path d="M0 ${y}Q350 ${y - 60} 700 ${y}T1400 ${y}" fill="none" stroke="${i % 2 === 0 ? one : other}" stroke-width="3"/>`;
  });
  return paths.join('');
}

const dotted = (date: string): string => date.replaceAll('-', '.');
