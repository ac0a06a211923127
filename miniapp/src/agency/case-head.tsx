/** CaseHead: what case it is, how it stands, and by when it must be done. */
import { View } from '@tarojs/components';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { shownDay, shownInstant, statusNames } from './case-words';

export function CaseHead({ view }: { view: OfficerCaseView }) {
  const { number, status, dueAt, dueProvisional, submittedAt, claimedBy, claimedByMe, by } = view;
  return (
    <View className="case-head">
      <View className="case-status">{statusNames[status]}</View>
      <View>编号 {number}</View>
      {submittedAt !== null && <View>{shownInstant(submittedAt)} 提交</View>}
      {by.proxy && <View>代办人 {by.name}</View>}
      <View className={status === 'supplement' ? 'case-stopped' : ''}>
        {dueAt === null ? '受理后开始计时' : `最晚 ${shownDay(dueAt)} 办完${dueProvisional ? '（暂定）' : ''}`}
        {status === 'supplement' && '，计时暂停'}
      </View>
      <View>{claimedByMe ? '我在办' : claimedBy === null ? '没有人在办' : `${claimedBy} 在办`}</View>
    </View>
  );
}
