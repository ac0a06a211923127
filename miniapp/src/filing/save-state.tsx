/** Where the answers are: quiet while all goes well, and what to do when saving is refused. */
import { View } from '@tarojs/components';
import { explained, hasCode } from '../api/problem';
import type { DraftState } from '../drafts/draft';
import { openCredential } from '../navigation/open-page';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import './save-state.scss';

const WORDS = { saved: '已保存', saving: '正在保存…', kept: '保存在手机里，联网后自动保存' } as const;

export function SaveState({ saving, problem }: Pick<DraftState, 'saving' | 'problem'>) {
  if (problem !== null) {
    const { title, detail } = explained(problem);
    const needsScan = hasCode(problem, 'credential-required');
    return (
      <Notice
        tone="warn"
        title={title}
        detail={detail}
        {...(needsScan ? { action: { label: '去扫医保码', onPress: openCredential } } : {})}
      />
    );
  }
  return (
    <View className={`save-state is-${saving}`} ariaRole="status">
      <Icon name={saving === 'kept' ? 'offline' : 'check'} />
      <View>{WORDS[saving]}</View>
    </View>
  );
}
