/** CaseDesk: one case, with all that a decision needs on one screen. */
import { View } from '@tarojs/components';
import { explained } from '../api/problem';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { Desk } from './desk';
import { OpenCase } from './open-case';
import { backToQueue } from './ways';
import { useCase } from './use-case';
import './case-desk.scss';

export function CaseDesk({ id }: { id: string }) {
  const { state, reload } = useCase(id);
  const back = { words: '队列', go: backToQueue };
  if (state.kind === 'ready') return <OpenCase {...state} reload={reload} />;
  return (
    <Desk title="办件" onBack={back}>
      {state.kind === 'loading' ? (
        <Skeleton rows={8} what="办件" />
      ) : (
        <View className="case-failed">
          <Notice tone="error" {...explained(state.error)} action={{ label: '重新取', onPress: reload }} />
        </View>
      )}
    </Desk>
  );
}
