/** Faults of a change, for an administrator to read. Pure. */
import type { ProblemDetail } from '@yiban/shared-types/problems';
import type { z } from 'zod';
import type { MaterialFile } from '../catalogue/material-file.js';
import type { RegionItem } from '../catalogue/layering.js';
import type { ChangeFault } from '../catalogue/region-changes.js';

const fields: Readonly<Record<string, string>> = {
  agency: '经办机构',
  address: '地址',
  hours: '办事时间',
  phone: '电话',
  complaintPhone: '投诉电话',
  delivery: '结果送达',
  offices: '窗口',
  summary: '一句话说明',
  description: '事项简述',
  eligibility: '谁可以办',
  process: '怎么办',
  channels: '办理方式',
  onSite: '窗口办理的说明',
  timeLimit: '办理时限',
  materials: '办理材料',
  name: '名称',
  note: '说明',
  tip: '拍照提示',
};

type Issue = Pick<z.core.$ZodIssue, 'path' | 'code'>;

/** What is empty, too long or of the wrong kind. */
export function shapeFaults(issues: readonly Issue[]): readonly ProblemDetail[] {
  return issues.map(({ path, code }) => {
    const names = path.flatMap((part) =>
      typeof part === 'string' && fields[part] !== undefined ? [fields[part]] : [],
    );
    const at = path.find((part) => typeof part === 'number');
    const where = `${names.join('的')}${typeof at === 'number' ? `（第 ${at + 1} 条）` : ''}`;
    const timed = path.includes('timeLimit');
    return {
      pointer: `/changes/${path.map(String).join('/')}`,
      code: 'not-usable',
      message: timed
        ? '办理时限要填 1 到 365 个工作日，或者即时办结。'
        : `${where === '' ? '有一处' : where}${code === 'too_small' ? '没有填' : '填得不对'}，请检查。`,
    };
  });
}

/** A change that the rest of the item does not fit any more: most often a paper that something else asks for. */
export function faultInWords(
  { item: id, path }: ChangeFault,
  item: RegionItem | null,
  materials: readonly MaterialFile[] | null,
): ProblemDetail {
  const pointer = `/changes/items/${id}/${path.map(String).join('/')}`;
  if (item === null) return { pointer, code: 'unknown-item', message: '本地没有这个事项。' };
  const kept = new Set(materials?.map((one) => one.id));
  const gone = materials === null ? [] : item.materials.filter((one) => !kept.has(one.id));
  if (gone.length > 0 && path[0] !== 'materials') {
    const names = gone.map(({ name }) => `「${name}」`).join('、');
    return {
      pointer,
      code: 'material-needed',
      message: `${item.name}：去掉${names}以后，办理时的检查规则就找不到它了。请保留这项材料，可以改成「可以不交」。`,
    };
  }
  const where = fields[String(path[0])] ?? '有一处';
  return {
    pointer,
    code: 'does-not-fit',
    message: `${item.name}：${where}和事项的其他规则对不上，不能这样改。请恢复原样，再改别的地方。`,
  };
}
