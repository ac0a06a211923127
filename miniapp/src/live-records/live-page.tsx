/**
 * LivePage: something of one's own at the insurance platform, asked now.
 *   <LivePage title="缴费记录" what="缴费记录" store={ownPayments}>{(value) => …}</LivePage>
 *   what   what is being fetched, in words;  above  stands before it, a choice of period for one
 */
import type { ReactNode } from 'react';
import { useKept, type Kept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { openCredential } from '../navigation/open-page';
import { usePerson } from '../session/session';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { LiveSource, type Live } from './live-source';
import { printPage } from './print-page';

interface LivePageProps<T extends Live> {
  title: string;
  what: string;
  store: Kept<T>;
  above?: ReactNode;
  children: (value: T) => ReactNode;
}

export function LivePage<T extends Live>({ title, what, store, above, children }: LivePageProps<T>) {
  const person = usePerson();
  if (person === null) {
    return (
      <Page title={title}>
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail={`${what}只给本人看，扫过就能查。`}
          action={{ label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  }
  return (
    <Page title={title} lead={`${person.name}，${person.regionName ?? '参保地未开通'}`}>
      {above}
      <Records what={what} store={store}>
        {children}
      </Records>
    </Page>
  );
}

function Records<T extends Live>({ what, store, children }: Pick<LivePageProps<T>, 'what' | 'store' | 'children'>) {
  const { value, problem } = useKept(store);
  return (
    <>
      {value === null && problem === null && <Skeleton rows={4} what={what} />}
      <LoadProblem problem={problem} onRetry={store.refresh} stale={value !== null} />
      {value !== null && (
        <>
          {children(value)}
          <LiveSource live={value} />
          {printPage !== null && (
            <Button kind="secondary" onPress={printPage}>
              打印这一页
            </Button>
          )}
        </>
      )}
    </>
  );
}
