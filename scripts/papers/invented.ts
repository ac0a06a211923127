/** Invented people, places, illnesses and sums for papers that nobody ever held. */
import type { SeededRandom } from './seeded-random.ts';

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
);
const given = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红玲春梅建国志文辉力斌海峰云飞鹏宇佳欣雨婷浩然子轩思雪晨曦国庆福生德贵凤琴淑珍慧莉秋菊冬永康长顺宝全喜来兴旺',
);
const cities = [
  '兰州市',
  '天水市',
  '合肥市',
  '安庆市',
  '运城市',
  '临汾市',
  '庆阳市',
  '酒泉市',
  '芜湖市',
  '蚌埠市',
] as const;
const counties = [
  '城关区',
  '秦州区',
  '蜀山区',
  '宜秀区',
  '盐湖区',
  '新绛县',
  '西峰区',
  '肃州区',
  '镜湖区',
  '怀远县',
] as const;
const hospitalKinds = [
  '第一人民医院',
  '中医医院',
  '妇幼保健院',
  '中心医院',
  '第二人民医院',
  '人民医院',
  '肿瘤医院',
  '骨科医院',
] as const;
const roads = [
  '解放路',
  '人民西路',
  '建设大街',
  '和平巷',
  '长江路',
  '民主东路',
  '文化街',
  '农场北路',
  '幸福小区',
] as const;
const illnesses = [
  '急性阑尾炎',
  '肺部感染',
  '2型糖尿病',
  '高血压病3级',
  '冠状动脉粥样硬化性心脏病',
  '右侧股骨颈骨折',
  '脑梗死',
  '胆囊结石伴慢性胆囊炎',
  '腰椎间盘突出症',
  '慢性阻塞性肺疾病',
  '甲状腺结节',
  '急性上呼吸道感染',
  '消化性溃疡',
  '白内障',
] as const;
const banks = [
  '中国农业银行',
  '中国工商银行',
  '中国建设银行',
  '中国银行',
  '中国邮政储蓄银行',
  '交通银行',
  '招商银行',
  '甘肃银行',
] as const;
const services = [
  '西药费',
  '中成药费',
  '检查费',
  '化验费',
  '治疗费',
  '手术费',
  '卫生材料费',
  '床位费',
  '护理费',
  '诊察费',
  '挂号费',
  '一般诊疗费',
] as const;
const goods = [
  '阿莫西林胶囊',
  '注射用头孢呋辛钠',
  '0.9%氯化钠注射液',
  '静脉输液',
  '血常规',
  '肝功能检查',
  '普通病房床位费',
  'Ⅱ级护理',
  '阿司匹林肠溶片',
  '心电图检查',
  '一次性输液器',
  '葡萄糖注射液',
  '盐酸二甲双胍片',
  'CT平扫',
  '彩色多普勒超声',
] as const;

export function inventedName(random: SeededRandom): string {
  const [first, second, third] = [random.pick(list(surnames)), random.pick(list(given)), random.pick(list(given))];
  return random.chance(0.75) ? `${first}${second}${third}` : `${first}${second}`;
}

export const inventedIllness = (random: SeededRandom): string => random.pick(list(illnesses));
export const inventedBank = (random: SeededRandom): string => random.pick(list(banks));
export const inventedService = (random: SeededRandom): string => random.pick(list(services));
export const inventedGood = (random: SeededRandom): string => random.pick(list(goods));

export function inventedPlace(random: SeededRandom): { readonly city: string; readonly county: string } {
  const i = random.whole(0, cities.length - 1);
  return { city: cities[i] ?? cities[0], county: counties[i] ?? counties[0] };
}

export function inventedHospital(random: SeededRandom): string {
  const { city, county } = inventedPlace(random);
  return `${random.chance(0.7) ? city : county}${random.pick(list(hospitalKinds))}`;
}

export function inventedAddress(random: SeededRandom): string {
  const { city, county } = inventedPlace(random);
  const province = ['合肥市', '安庆市', '芜湖市', '蚌埠市'].includes(city)
    ? '安徽省'
    : ['运城市', '临汾市'].includes(city)
      ? '山西省'
      : '甘肃省';
  return `${province}${city}${county}${random.pick(list(roads))}${random.whole(1, 399)}号${random.whole(1, 30)}栋${random.whole(101, 1802)}室`;
}

/** yyyy-MM-dd */
export function inventedDate(random: SeededRandom, firstYear: number, lastYear: number): string {
  const [year, month, day] = [random.whole(firstYear, lastYear), random.whole(1, 12), random.whole(1, 28)];
  return `${year}-${two(month)}-${two(day)}`;
}

/** GB 11643, with the right check character. */
export function inventedIdNumber(random: SeededRandom, birthday: string, male: boolean): string {
  const area = random.pick(['620102', '620502', '340104', '340811', '140802', '140825', '621002', '620902']);
  const sequence = String(random.whole(0, 49) * 20 + random.whole(0, 9) * 2 + (male ? 1 : 0)).padStart(3, '0');
  const body = `${area}${birthday.replaceAll('-', '')}${sequence}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11] ?? ''}`;
}

/** With the right Luhn digit. */
export function inventedCardNumber(random: SeededRandom, length: 16 | 19): string {
  const body = `62${random.digits(length - 3)}`;
  const sum = [...body].toReversed().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** Fen → 「1234.56」 */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

const two = (value: number): string => String(value).padStart(2, '0');

function list<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = values;
  if (first === undefined) throw new RangeError('nothing to pick from');
  return [first, ...rest];
}
