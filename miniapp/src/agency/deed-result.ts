/** What is said when a decision went through. Pure. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { deedWords, shownDay, statusNames } from './case-words';
import type { Deed } from './office-api';

export function resultInWords({ number, itemName, status, dueAt }: OfficerCaseView, deed: Deed): string {
  const ends: Readonly<Record<Deed['action'], string>> = {
    accept: dueAt === null ? '' : `，最晚 ${shownDay(dueAt)} 办完`,
    supplement: '，等申请人补正，计时暂停',
    pass: `，现在是「${statusNames[status]}」`,
    'send-back': `，现在是「${statusNames[status]}」`,
    'refuse-grant': `，现在是「${statusNames[status]}」`,
    decline: '，决定书已发给申请人',
    reject: '，决定书已发给申请人',
  };
  return `${deedWords[deed.action].done}${ends[deed.action]}。${itemName} ${number ?? ''}`;
}
