/** What people photograph by mistake. */
import { line, sans, seal, sheet, text, type DrawnPaper } from '../drawn-paper.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** A leaflet, a till slip or a notice; asked for was something else. */
export function drawOtherPaper(random: SeededRandom): Pick<DrawnPaper, 'svg' | 'width' | 'height'> {
  const [width, height] = [1500, 2000];
  const [title, ...rows] = random.pick([
    [
      '超市购物小票',
      '鸡蛋 2 斤 11.60',
      '挂面 1 袋 6.50',
      '牛奶 1 箱 49.90',
      '实收 100.00',
      '找零 32.00',
      '谢谢惠顾，请保留小票',
    ],
    [
      '停水通知',
      '各位住户：',
      '因管道检修，明天上午 8 点至下午 5 点停水。',
      '请提前储水，给您带来不便，敬请谅解。',
      '小区物业服务中心',
    ],
    ['今日菜单', '早餐：小米粥、花卷、咸菜', '午餐：红烧茄子、米饭', '晚餐：西红柿鸡蛋面', '祝您用餐愉快'],
  ]);
  const parts = [
    text(width / 2, 240, title, { size: 90, anchor: 'middle', font: sans, weight: 600 }),
    line(150, 300, 1350, 300),
    ...rows.map((row, i) => text(170, 430 + i * 120, row, { size: 52, font: sans })),
    seal(1100, 1650, 120, '服务专用章'),
  ];
  return { svg: sheet(width, height, '#fdfdfb', parts), width, height };
}
