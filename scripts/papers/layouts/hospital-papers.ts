/** 费用清单, 出院记录 and 诊断证明 as hospitals print them. */
import { line, sans, seal, serif, sheet, text, type DrawnPaper } from '../drawn-paper.ts';
import {
  chineseDate,
  daysAfter,
  inventedDate,
  inventedGood,
  inventedHospital,
  inventedIllness,
  inventedName,
  yuan,
} from '../invented.ts';
import type { SeededRandom } from '../seeded-random.ts';

const [width, height] = [1500, 2120];

export function drawExpenseList(random: SeededRandom): DrawnPaper {
  const [hospital, name] = [inventedHospital(random), inventedName(random)];
  const font = random.pick([serif, sans]);
  const goods = Array.from({ length: random.whole(12, 26) }, () => {
    const [price, count] = [random.whole(50, 30_000), random.whole(1, 12)];
    return { good: inventedGood(random), price, count, amount: price * count };
  });
  const total = goods.reduce((sum, { amount }) => sum + amount, 0);
  const admitted = inventedDate(random, 2025, 2026);
  const columns = [120, 640, 860, 1010, 1180];
  const row = (y: number, cells: readonly string[]): string =>
    cells.map((cell, i) => text(columns[i] ?? 0, y, cell, { size: 26, font })).join('');
  const end = 470 + goods.length * 50;
  const parts = [
    text(width / 2, 130, hospital, { size: 44, anchor: 'middle', font }),
    text(width / 2, 200, random.pick(['住院病人费用清单', '住院费用清单', '门诊费用清单', '医疗费用明细清单']), {
      size: 50,
      anchor: 'middle',
      font,
      weight: 600,
    }),
    text(120, 290, `姓名：${name}`, { size: 28, font }),
    text(500, 290, `住院号：${random.digits(8)}`, { size: 28, font }),
    text(900, 290, `科室：${random.pick(['普外科', '呼吸内科', '骨科', '心内科'])}`, { size: 28, font }),
    text(120, 345, `费用日期：${admitted} 至 ${daysAfter(admitted, random.whole(2, 20))}`, { size: 28, font }),
    line(100, 370, 1400, 370),
    row(415, ['项目名称', '单价', '数量', '单位', '金额']),
    line(100, 432, 1400, 432),
    ...goods.map(({ good, price, count, amount }, i) =>
      row(475 + i * 50, [good, yuan(price), String(count), random.pick(['盒', '支', '次', '袋']), yuan(amount)]),
    ),
    line(100, end, 1400, end),
    text(120, end + 55, `${random.pick(['合计', '费用合计', '总金额'])}：${yuan(total)}元`, {
      size: 32,
      font,
      weight: 600,
    }),
    text(900, end + 55, `打印日期：${daysAfter(admitted, 25)}`, { size: 26, font }),
  ];
  return {
    svg: sheet(width, height, '#fefefc', parts),
    width,
    height,
    truth: { paper: 'expense-list', fields: { name, hospital, total } },
  };
}

export function drawDischargeRecord(random: SeededRandom): DrawnPaper {
  const [hospital, name, diagnosis] = [inventedHospital(random), inventedName(random), inventedIllness(random)];
  const admittedOn = inventedDate(random, 2025, 2026);
  const days = random.whole(3, 25);
  const dischargedOn = daysAfter(admittedOn, days);
  const font = random.pick([serif, sans]);
  const say = random.chance(0.5) ? chineseDate : (date: string) => date;
  const paragraph = [
    '患者因“腹痛伴发热2天”入院。入院后完善相关检查，',
    '予抗感染、补液、对症支持治疗，症状逐渐缓解，复查',
    '血常规、肝肾功能未见明显异常，切口愈合良好，经上级',
    '医师查房同意，今日办理出院。',
  ];
  const parts = [
    text(width / 2, 140, hospital, { size: 48, anchor: 'middle', font }),
    text(width / 2, 220, random.pick(['出院记录', '出院小结', '出院证明书']), {
      size: 54,
      anchor: 'middle',
      font,
      weight: 600,
    }),
    text(130, 330, `姓名：${name}`, { size: 32, font }),
    text(520, 330, `性别：${random.pick(['男', '女'])}`, { size: 32, font }),
    text(760, 330, `年龄：${random.whole(20, 88)}岁`, { size: 32, font }),
    text(1050, 330, `住院号：${random.digits(7)}`, { size: 32, font }),
    text(130, 395, `入院日期：${say(admittedOn)}`, { size: 32, font }),
    text(760, 395, `出院日期：${say(dischargedOn)}`, { size: 32, font }),
    text(130, 460, `住院天数：${days}天`, { size: 32, font }),
    line(110, 490, 1390, 490),
    text(130, 560, `入院诊断：${diagnosis}`, { size: 32, font }),
    text(130, 630, `出院诊断：${diagnosis}`, { size: 32, font }),
    text(130, 710, '诊疗经过：', { size: 32, font }),
    ...paragraph.map((words, i) => text(170, 775 + i * 62, words, { size: 32, font })),
    text(130, 1080, '出院医嘱：', { size: 32, font }),
    text(170, 1145, '1. 注意休息，清淡饮食；2. 按时服药；3. 两周后门诊复查。', { size: 32, font }),
    text(850, 1400, `医师签名：${inventedName(random)}`, { size: 32, font }),
    seal(1080, 1520, 110, '出院专用章'),
  ];
  return {
    svg: sheet(width, height, '#fefefe', parts),
    width,
    height,
    truth: { paper: 'medical-record', fields: { name, diagnosis, admittedOn, dischargedOn, hospital } },
  };
}

export function drawDiagnosisCertificate(random: SeededRandom): DrawnPaper {
  const [hospital, name, diagnosis] = [inventedHospital(random), inventedName(random), inventedIllness(random)];
  const issuedOn = inventedDate(random, 2025, 2026);
  const font = random.pick([serif, sans]);
  const [wide, high] = [1500, 1320];
  const parts = [
    text(wide / 2, 140, hospital, { size: 48, anchor: 'middle', font }),
    text(wide / 2, 225, random.pick(['疾病诊断证明书', '诊断证明书', '医学诊断证明书']), {
      size: 56,
      anchor: 'middle',
      font,
      weight: 600,
    }),
    text(140, 340, `姓名：${name}`, { size: 34, font }),
    text(540, 340, `性别：${random.pick(['男', '女'])}`, { size: 34, font }),
    text(800, 340, `年龄：${random.whole(18, 90)}岁`, { size: 34, font }),
    text(140, 410, `科别：${random.pick(['普外科', '呼吸内科', '骨科', '神经内科'])}`, { size: 34, font }),
    text(800, 410, `门诊/住院号：${random.digits(8)}`, { size: 34, font }),
    line(120, 450, 1380, 450),
    text(140, 530, `${random.pick(['诊断', '临床诊断', '诊断意见'])}：${diagnosis}`, { size: 34, font }),
    text(140, 640, '处理意见：', { size: 34, font }),
    text(190, 710, `建议休息${random.whole(1, 8)}周，门诊随访，不适随诊。`, { size: 34, font }),
    text(860, 950, `医师：${inventedName(random)}`, { size: 34, font }),
    text(860, 1030, `日期：${chineseDate(issuedOn)}`, { size: 34, font }),
    text(140, 1200, '注：本证明未加盖公章无效。', { size: 28, font }),
    seal(1060, 980, 120, '诊断证明专用章'),
  ];
  return {
    svg: sheet(wide, high, '#fefefb', parts),
    width: wide,
    height: high,
    truth: { paper: 'diagnosis-certificate', fields: { name, diagnosis, issuedOn, hospital } },
  };
}
