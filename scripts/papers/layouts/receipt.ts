/** 医疗门诊/住院收费票据（电子） in the layout of the national form (24 cm wide), and the older one printed on coloured forms. */
import QrCode from 'qrcode-generator';
import { capitalAmount } from '../../../bff/src/documents/capital-amount.ts';
import { box, line, mono, sans, seal, serif, sheet, text, type DrawnPaper } from '../drawn-paper.ts';
import { inventedDate, inventedHospital, inventedName, inventedService, yuan } from '../invented.ts';
import type { SeededRandom } from '../seeded-random.ts';

const width = 1900;

interface Content {
  readonly inpatient: boolean;
  readonly province: string;
  readonly code: string;
  readonly number: string;
  readonly checkCode: string;
  readonly payer: string;
  readonly date: string;
  readonly hospital: string;
  readonly items: readonly { readonly name: string; readonly amount: number }[];
  readonly total: number;
  readonly fund: number;
  readonly account: number;
  readonly cash: number;
  readonly own: number;
}

export function drawReceipt(random: SeededRandom): DrawnPaper {
  const content = invent(random);
  const printed = random.chance(0.25);
  const { svg, height } = printed ? onForm(content, random) : electronic(content, random);
  const { code, number, payer, date, total, fund, account, cash, own, hospital } = content;
  const common = { code, number, payer, date, total, totalInCapitals: total, fund, account, cash, hospital };
  const fields = printed ? common : { ...common, checkCode: content.checkCode, own };
  return { svg, width, height, truth: { paper: 'receipt', fields } };
}

function invent(random: SeededRandom): Content {
  const inpatient = random.chance(0.5);
  const names = new Set(Array.from({ length: random.whole(2, 8) }, () => inventedService(random)));
  const items = [...names].map((name) => ({
    name,
    amount: inventedSum(random, inpatient ? 800_000 : 40_000),
  }));
  const total = items.reduce((sum, { amount }) => sum + amount, 0);
  const fund = random.chance(0.6) ? Math.round(total * random.between(0.2, 0.7)) : 0;
  const account = random.chance(0.4) ? Math.round((total - fund) * random.between(0.1, 0.9)) : 0;
  const alphabet = 'abcdef0123456789';
  return {
    inpatient,
    province: random.pick(['甘肃省', '安徽省', '山西省', '']),
    code: random.pick(['62', '34', '14']) + random.digits(random.pick([6, 8])),
    number: random.digits(10),
    checkCode: Array.from({ length: 6 }, () => alphabet[random.whole(0, 15)] ?? 'a').join(''),
    payer: inventedName(random),
    date: inventedDate(random, 2025, 2026),
    hospital: inventedHospital(random),
    items,
    total,
    fund,
    account,
    cash: total - fund - account,
    own: Math.round((total - fund) * random.between(0.3, 1)),
  };
}

/** In fen; some are whole yuan, as prices are. */
function inventedSum(random: SeededRandom, most: number): number {
  const fen = random.whole(100, most);
  return random.chance(0.3) ? Math.round(fen / 100) * 100 : fen;
}

function electronic(content: Content, random: SeededRandom): { svg: string; height: number } {
  const height = 1010 + Math.ceil(content.items.length / 2) * 44;
  const { inpatient, province, code, number, checkCode, payer, date, hospital, total } = content;
  const font = random.pick([serif, serif, sans]);
  const label = random.chance(0.5) ? '#7a4a1e' : '#222';
  const field = (x: number, y: number, name: string, value: string): string =>
    text(x, y, `${name}：`, { size: 27, fill: label, font }) +
    text(x + name.length * 27 + 22, y, value, { size: 27, font });
  const rows = content.items.map(({ name, amount }, i) => {
    const [x, y] = [i % 2 === 0 ? 110 : 1010, 452 + Math.floor(i / 2) * 44];
    return (
      text(x, y, name, { size: 26, font }) +
      text(x + 420, y, '1.00/次', { size: 24, font, anchor: 'end' }) +
      text(x + 640, y, yuan(amount), { size: 26, font, anchor: 'end' })
    );
  });
  const foot = 490 + Math.ceil(content.items.length / 2) * 44;
  const middle = foot + 90;
  const extra = inpatient
    ? [
        ['业务流水号', random.digits(12)],
        ['病历号', random.digits(8)],
        ['住院号', random.digits(8)],
        ['住院科别', '内科'],
        ['预缴金额', '0.00'],
        ['补缴金额', yuan(content.cash)],
        ['退费金额', '0.00'],
        ['住院天数', String(random.whole(3, 20))],
      ]
    : [
        ['业务流水号', random.digits(12)],
        ['门诊号', random.digits(8)],
        ['就诊日期', date.replaceAll('-', '')],
        ['性别', random.pick(['男', '女'])],
      ];
  const payments: [string, string][] = [
    ['医疗机构类型', '综合医院'],
    ['医保类型', random.pick(['职工医保', '城乡居民'])],
    ['医保统筹基金支付', yuan(content.fund)],
    ['其他支付', '0.00'],
    ['个人账户支付', yuan(content.account)],
    ['个人现金支付', yuan(content.cash)],
    ['个人自付', yuan(content.own)],
    ['个人自费', '0.00'],
  ];
  const details = [...extra, ...payments].map(([name = '', value = ''], i) =>
    field(110 + (i % 4) * 430, middle + Math.floor(i / 4) * 42, name, value),
  );
  const title = `${province}医疗${inpatient ? '住院' : '门诊'}收费票据（电子）`;
  const shown = random.chance(0.5)
    ? date
    : random.pick([date.replaceAll('-', '年').replace(/年(\d\d)$/, '月$1日'), date]);
  const parts = [
    text(width / 2, 120, title, { size: 54, anchor: 'middle', fill: label, font, weight: 600 }),
    random.chance(0.7)
      ? qr(`01,${code},${number},${checkCode},${date.replaceAll('-', '')},${yuan(total)}`, 110, 60, 150)
      : '',
    field(110, 250, '票据代码', code),
    field(1180, 250, '票据号码', number),
    field(110, 298, '交款人统一社会信用代码', ''),
    field(1180, 298, '校验码', checkCode),
    field(110, 346, '交款人', payer),
    field(1180, 346, '开票日期', shown),
    line(90, 368, 1810, 368, label),
    ...[110, 1010].map(
      (x) =>
        text(x, 402, '项目名称', { size: 26, fill: label, font }) +
        text(x + 420, 402, '数量/单位', { size: 26, fill: label, font, anchor: 'end' }) +
        text(x + 640, 402, '金额（元）', { size: 26, fill: label, font, anchor: 'end' }) +
        text(x + 680, 402, '备注', { size: 26, fill: label, font }),
    ),
    line(90, 416, 1810, 416, label),
    ...rows,
    line(90, foot, 1810, foot, label),
    text(110, foot + 38, `金额合计（大写）${capitalAmount(total)}`, { size: 28, font }),
    text(1180, foot + 38, `（小写）${random.pick(['', '¥'])}${yuan(total)}`, { size: 28, font }),
    line(90, foot + 54, 1810, foot + 54, label),
    text(60, middle + 60, '其', { size: 24, fill: label, font }) +
      text(60, middle + 90, '他', { size: 24, fill: label, font }),
    ...details,
    line(90, middle + 180, 1810, middle + 180, label),
    `<path d="M90 368V${middle + 180}M1810 368V${middle + 180}" stroke="${label}" stroke-width="2"/>`,
    field(110, middle + 230, '收款单位（章）', hospital),
    field(1000, middle + 230, '复核人', random.pick(['王芳', '李静', '系统'])),
    field(1450, middle + 230, '收款人', random.pick(['赵敏', '自助机', '刘洋'])),
    seal(620, middle + 200, 88, '财务专用章'),
  ];
  return { svg: sheet(width, height, random.pick(['#fdfdf9', '#fbf8ee', '#ffffff']), parts), height };
}

/** Filled by a printer on a coloured form: labels in the form's colour, values in black, a little out of place. */
function onForm(content: Content, random: SeededRandom): { svg: string; height: number } {
  const height = 1240;
  const ink = random.pick(['#8a2f2f', '#2f5f8a', '#4a6b3a']);
  const shift = random.between(-8, 8);
  const { code, number, payer, date, hospital, total, inpatient, province } = content;
  const label = (x: number, y: number, words: string): string => text(x, y, words, { size: 28, fill: ink });
  const value = (x: number, y: number, words: string): string => text(x, y + shift, words, { size: 29, font: mono });
  const parts = [
    text(width / 2, 110, `${province}医疗${inpatient ? '住院' : '门诊'}收费票据`, {
      size: 56,
      anchor: 'middle',
      fill: ink,
      weight: 600,
    }),
    label(1280, 180, '票据代码：') + value(1440, 180, code),
    label(1280, 228, '票据号码：') + value(1440, 228, number),
    label(100, 228, '交款人：') + value(230, 228, payer),
    label(620, 228, '开票日期：') + value(770, 228, date),
    box(90, 250, 1720, 760, 'none', ink),
    label(120, 300, '收费项目') +
      label(660, 300, '金额（元）') +
      label(980, 300, '收费项目') +
      label(1520, 300, '金额（元）'),
    line(90, 318, 1810, 318, ink) + `<path d="M950 250V620" stroke="${ink}" stroke-width="2"/>`,
    ...content.items.map(({ name, amount }, i) => {
      const [x, y] = [i % 2 === 0 ? 120 : 980, 370 + Math.floor(i / 2) * 60];
      return value(x, y, name) + text(x + 700, y + shift, yuan(amount), { size: 29, font: mono, anchor: 'end' });
    }),
    line(90, 620, 1810, 620, ink),
    label(120, 672, '合计（大写）') +
      value(310, 672, capitalAmount(total)) +
      label(1240, 672, '（小写）') +
      value(1380, 672, `¥${yuan(total)}`),
    line(90, 700, 1810, 700, ink),
    label(120, 760, '医保统筹基金支付：') + value(390, 760, yuan(content.fund)),
    label(720, 760, '个人账户支付：') + value(930, 760, yuan(content.account)),
    label(1260, 760, '个人现金支付：') + value(1470, 760, yuan(content.cash)),
    label(120, 830, '门诊/住院号：') + value(320, 830, random.digits(8)),
    label(720, 830, '医疗机构类型：') + value(930, 830, '三级甲等'),
    label(110, 1070, '收款单位（章）：') + value(340, 1070, hospital),
    label(1260, 1070, '收款人：') + value(1380, 1070, '陈静'),
    seal(560, 1050, 100, '收费专用章'),
    text(110, 1180, '本票据手写无效', { size: 24, fill: ink }),
  ];
  return { svg: sheet(width, height, random.pick(['#fbf6f0', '#f4f8fb', '#fdfdf9']), parts), height };
}

function qr(content: string, x: number, y: number, side: number): string {
  const code = QrCode(0, 'M');
  code.addData(content);
  code.make();
  const count = code.getModuleCount();
  const cells: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) cells.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  return `<g transform="translate(${x} ${y}) scale(${side / count})"><path d="${cells.join('')}" fill="#111"/></g>`;
}
