/**
 * Steps: what has happened with a case, and what comes.
 *   <Steps steps={[{ title: '受理', at: '11月25日 09:30', note: '已交初审', state: 'done' }, …]} />
 *   state  done | now | todo | stopped (declined, rejected, withdrawn, or waiting for the applicant)
 */
import { View } from '@tarojs/components';
import { Icon } from './icon';
import './steps.scss';

export interface Step {
  title: string;
  at?: string;
  note?: string;
  state: 'done' | 'now' | 'todo' | 'stopped';
}

const STATE_WORDS = { done: '已完成', now: '正在进行', todo: '还没到', stopped: '停在这里' } as const;

export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View className="steps" ariaRole="list">
      {steps.map((step, index) => (
        <View key={`${step.title} ${step.at ?? index}`} className={`step is-${step.state}`} ariaRole="listitem">
          <View className="step-dot" ariaRole="img" ariaLabel={STATE_WORDS[step.state]}>
            {step.state === 'done' && <Icon name="check" />}
            {step.state === 'stopped' && <Icon name="warn" />}
          </View>
          <View className="step-words">
            <View className="step-title">{step.title}</View>
            {step.at && <View className="step-at">{step.at}</View>}
            {step.note && <View className="step-note">{step.note}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
