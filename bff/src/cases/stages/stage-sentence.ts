/** What happens next in a stage that an item's data asks for, in one sentence; undefined where none is under way. Pure. */
import type { CaseStatus, CaseView } from '@yiban/shared-types/cases';
import { shownDate } from '../../documents/shown-values.js';

export function stageSentence(
  status: CaseStatus,
  { preliminary, publicNotice, conversation }: Pick<CaseView, 'preliminary' | 'publicNotice' | 'conversation'>,
): string | undefined {
  if (preliminary?.open === true)
    return `初审结果出来了，请核对。有意见的在 ${shownDate(preliminary.until)} 前提；没有意见也请点一下，会快一些。`;
  if (status === 'public-notice' && publicNotice !== null)
    return `评估结果正在公示，公示到 ${shownDate(publicNotice.until)}，没有异议的接着办。`;
  if (conversation === null || (status !== 'accepted' && status !== 'first-review')) return undefined;
  return conversation.answerDue === null
    ? '经办人员已经回复，请看一看。问题解决了，请您点「问题已经解决」。'
    : `正在协调，${shownDate(conversation.answerDue)} 前回复您。有要补充的，可以随时留言。`;
}
