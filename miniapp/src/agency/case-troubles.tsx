/** CaseTroubles: why the case can't be worked on, or why a decision was refused, and the way on. */
import { ApiProblem, explained, hasCode } from '../api/problem';
import { Notice } from '../ui/notice';

interface CaseTroublesProps {
  /** Why it could not be claimed. */
  refusal: ApiProblem | null;
  trouble: unknown;
  onAgain: () => Promise<void>;
  onNext: () => Promise<void>;
}

export function CaseTroubles({ refusal, trouble, onAgain, onNext }: CaseTroublesProps) {
  return (
    <>
      {refusal !== null && (
        <Notice tone="warn" {...explained(refusal)} action={{ label: '办下一件', onPress: onNext }} />
      )}
      {trouble !== null && <Notice tone="error" {...sentences(trouble)} action={wayOn(trouble, onAgain, onNext)} />}
    </>
  );
}

function sentences(trouble: unknown): { title: string; detail: string } {
  if (hasCode(trouble, 'stale-case') || hasCode(trouble, 'transition-not-allowed')) {
    return { title: '这个办件刚被别人改过', detail: '这次没有办成。重新取最新的再看，您写的内容都还在。' };
  }
  if (hasCode(trouble, 'settlement-invalid')) {
    const { errors = [] } = trouble.problem;
    const whole = errors.filter(({ pointer }) => !/\/\d+$/.test(pointer)).map(({ message }) => message);
    return { title: '核定金额有不对的地方', detail: whole.join(' ') || '请看右边标红的几行，改好再通过。' };
  }
  return explained(trouble);
}

function wayOn(trouble: unknown, onAgain: () => Promise<void>, onNext: () => Promise<void>) {
  if (['claimed-by-other', 'own-case', 'same-officer'].some((code) => hasCode(trouble, code))) {
    return { label: '办下一件', onPress: onNext };
  }
  if (['stale-case', 'transition-not-allowed', 'case-not-found'].some((code) => hasCode(trouble, code))) {
    return { label: '重新取这个办件', onPress: onAgain };
  }
  return undefined;
}
