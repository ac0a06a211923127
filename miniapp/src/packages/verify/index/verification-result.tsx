/** What is known of the document with a code. That nothing could be asked is never told as 「not found」. */
import type { DocumentVerification } from '@yiban/shared-types/documents';
import { explained, hasCode, NoAnswer } from '../../../api/problem';
import { verification } from '../../../api/verification';
import { kept, keptByKey, useKept } from '../../../kept/kept';
import { hasText } from '../../../kept/shapes';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { VerifiedDocument } from './verified-document';

export const verificationOf = keptByKey((code) =>
  kept<DocumentVerification>({
    name: null,
    fetch: () => verification(code),
    isValue: (value): value is DocumentVerification => hasText(value, 'name', 'person', 'issuedAt'),
  }),
);

export function VerificationResult({ code }: { code: string }) {
  const store = verificationOf(code);
  const { value, problem, fetching } = useKept(store);
  if (problem !== null && !fetching) return <NotVerified problem={problem} onRetry={store.refresh} />;
  return value === null ? <Skeleton rows={3} what="查验结果" /> : <VerifiedDocument document={value} />;
}

function NotVerified({ problem, onRetry }: { problem: unknown; onRetry: () => Promise<void> }) {
  if (hasCode(problem, 'verification-not-found')) {
    return (
      <Notice
        tone="error"
        title="没有查到这份文书"
        detail="请核对验证码有没有输错。没输错还查不到，这份文书就不是本系统开出的，请不要相信，可以打上面的电话核实。"
      />
    );
  }
  const { title, detail } = explained(problem);
  return (
    <Notice
      tone="error"
      title={title}
      detail={problem instanceof NoAnswer ? '没有查成，不能说明文书真假。请检查网络再查一次。' : detail}
      action={{ label: '再查一次', onPress: onRetry }}
    />
  );
}
