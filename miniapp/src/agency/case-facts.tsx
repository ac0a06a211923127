/** Who it is about, what they answered, which rules sent the case here, what happened so far. */
import { View } from '@tarojs/components';
import type { OfficerCaseView, UnmetRule } from '@yiban/shared-types/agency';
import type { HistoryEntry } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import { answersInWords } from './answers-in-words';
import { shownInstant, sourceInWords, statusNames } from './case-words';
import { Fact, Panel } from './panel';
import './case-facts.scss';

interface RulesPanelProps {
  rules: readonly UnmetRule[];
  /** Where the form says other than the photos. */
  crossChecks: readonly ProblemDetail[];
}

export function RulesPanel({ rules, crossChecks }: RulesPanelProps) {
  const count = rules.length + crossChecks.length;
  if (count === 0) {
    return (
      <Panel title="系统核对">
        <View className="rules-clear">系统能核对的都相符。</View>
      </Panel>
    );
  }
  return (
    <Panel title="要您核对的" note={`${count} 项`}>
      {rules.map(({ code, message, source }) => (
        <View key={code} className="rule">
          <View>{message}</View>
          <View className="rule-source">依据：{sourceInWords(source)}</View>
        </View>
      ))}
      {crossChecks.map(({ pointer, code, message }) => (
        <View key={`${pointer} ${code}`} className="rule">
          <View>{officerWords(message)}</View>
          <View className="rule-source">依据：照片识别的结果，以照片为准</View>
        </View>
      ))}
    </Panel>
  );
}

/** The sentence is addressed to the person. */
function officerWords(message: string): string {
  return message.replace('您填的是', '填的是');
}

export function PersonPanel({ person }: { person: OfficerCaseView['person'] }) {
  return (
    <Panel title="参保人">
      <Fact term="姓名">{person.name}</Fact>
      <Fact term="身份证号码">{person.idNo}</Fact>
      <Fact term="电话">{person.phone ?? '没有留'}</Fact>
    </Panel>
  );
}

export function AnswersPanel({ view, item }: { view: OfficerCaseView; item: ItemPage }) {
  const doubted = new Set(view.unmetRules.map(({ pointer }) => pointer));
  return (
    <Panel title="申请内容">
      {answersInWords(item.form, view.form).map(({ question, term, words }) => (
        <Fact key={question} term={term} mark={doubted.has(`/form/${question}`)}>
          {words}
        </Fact>
      ))}
    </Panel>
  );
}

export function HistoryPanel({ history }: { history: readonly HistoryEntry[] }) {
  return (
    <Panel title="办理经过">
      {history.map(({ at, to, actor, reason }) => (
        <View key={`${at} ${to}`} className="passing">
          <View className="passing-head">
            <View className="passing-to">{statusNames[to]}</View>
            <View>{shownInstant(at)}</View>
            <View>{actor}</View>
          </View>
          {reason !== null && reason !== '' && <View>{reason}</View>}
        </View>
      ))}
    </Panel>
  );
}
