/**
 * What a message about a case says in the few words of WeChat's template or of an SMS. Nothing of what people have just
 * done themselves: they see that on the screen, and an accepted message is too good for it. Pure.
 */
import type { CaseStatus } from '@yiban/shared-types/cases';
import type { MessageTopic } from '../gateways/wechat/message-templates.js';

export interface ShortMessage {
  readonly topic: MessageTopic;
  /** At most five characters. */
  readonly state: string;
  /** At most twenty. */
  readonly todo: string;
}

const MESSAGES: Partial<Readonly<Record<CaseStatus, ShortMessage>>> = {
  accepted: { topic: 'progress', state: '已受理', todo: '不用做什么，办完会告诉您' },
  supplement: { topic: 'supplement', state: '要补材料', todo: '请打开办件，一次补齐材料' },
  payment: { topic: 'progress', state: '等待拨付', todo: '不用做什么，拨付后告诉您' },
  closed: { topic: 'result', state: '已办结', todo: '打开办件看结果、下载文书' },
  declined: { topic: 'result', state: '没有受理', todo: '打开办件看原因和救济途径' },
  rejected: { topic: 'result', state: '没有通过', todo: '打开办件看原因和救济途径' },
};

export function shortMessage(status: CaseStatus): ShortMessage | null {
  return MESSAGES[status] ?? null;
}
