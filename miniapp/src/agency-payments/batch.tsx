/** Batch: its file for the bank, the bank's results, and every payment. */
import { useCallback, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { newKey } from '../api/cases';
import { explained, hasCode } from '../api/problem';
import { shownInstant, shownYuan } from '../agency/case-words';
import { Desk } from '../agency/desk';
import { KeyHint } from '../agency/key-hint';
import { useKeys } from '../agency/keys';
import { sayDone } from '../agency/last-deed';
import { Fact, Panel } from '../agency/panel';
import { useLoaded } from '../agency/use-loaded';
import { backToPayments } from '../agency/ways';
import { chooseTable } from '../tables/choose-table';
import { saveFile, savesCsv } from '../tables/save-file';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { standingOf } from './batch-words';
import { PaymentTable } from './payment-table';
import { bankFile, batchOf, dissolve, importResults } from './payments-api';
import './payments.scss';

export function Batch({ id }: { id: string }) {
  const { value: batch, trouble: unread, reload, put } = useLoaded(useCallback(() => batchOf(id), [id]));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [told, setTold] = useState<string | null>(null);
  const [shown, setShown] = useState(true);
  const trouble = refusal ?? unread;

  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));

  async function load() {
    setRefusal(null);
    await reload();
  }

  async function attempt(deed: () => Promise<void>) {
    setRefusal(null);
    setTold(null);
    try {
      await deed();
    } catch (error) {
      setRefusal(error);
    }
  }

  const take = (format: 'gb18030' | 'xlsx') =>
    attempt(async () => {
      const kind = format === 'xlsx' ? 'xlsx' : 'csv';
      await saveFile(`拨付${batch?.number ?? ''}`, kind, () => bankFile(id, format));
      put(await batchOf(id));
      setTold('文件已存好。同一批只交银行一次；再下载的是同一个文件。');
    });

  const bring = () =>
    attempt(async () => {
      const file = await chooseTable(['csv', 'txt', 'xlsx']);
      if (file === null) return;
      const bytes = await file.read(0, file.length);
      // A file that is sent again under another key changes nothing either.
      const result = await importResults(id, bytes, newKey());
      put(result.batch);
      setTold(
        result.applied === 0
          ? `这些结果先前已经导入过（${result.known} 行），没有变化。`
          : `导入了 ${result.applied} 行结果${result.known > 0 ? `，${result.known} 行先前导入过` : ''}。${standingOf(result.batch)}`,
      );
    });

  const giveBack = () =>
    attempt(async () => {
      await dissolve(id);
      sayDone('这一批已拆开，办件回到「等着拨付的」');
      backToPayments();
    });

  const mayDissolve = batch !== null && batch.exportedAt === null && batch.paid.count + batch.refused.count === 0;
  useKeys(
    {
      d: () => void take(savesCsv ? 'gb18030' : 'xlsx'),
      x: () => void take('xlsx'),
      i: () => void bring(),
      r: () => void load(),
      ...(mayDissolve ? { z: () => void giveBack() } : {}),
      escape: backToPayments,
    },
    shown && batch !== null,
  );

  return (
    <Desk
      title={batch === null ? '拨付批次' : `拨付批次 ${batch.number}`}
      onBack={{ words: '拨付', go: backToPayments }}
    >
      {batch === null && trouble === null && <Skeleton rows={6} what="批次" />}
      {trouble !== null && (
        <Notice
          tone="error"
          {...explained(trouble)}
          {...(batch === null ? { action: { label: '重新取', onPress: load } } : {})}
        >
          {hasCode(trouble, 'results-invalid') &&
            (trouble.problem.errors ?? []).map(({ pointer, code, message }) => (
              <View key={`${pointer} ${code}`}>{message}</View>
            ))}
        </Notice>
      )}
      {told !== null && <Notice tone="good" title={told} />}
      {batch !== null && (
        <>
          <Panel title="这一批" note={standingOf(batch)}>
            <Fact term="合计">
              {batch.all.count} 笔，{shownYuan(batch.all.total)} 元
            </Fact>
            <Fact term="冻结">
              {shownInstant(batch.createdAt)} {batch.createdBy}
            </Fact>
            <Fact term="交给银行">
              {batch.exportedAt === null
                ? '文件还没有下载'
                : `${shownInstant(batch.exportedAt)} ${batch.exportedBy ?? ''} 第一次下载文件`}
            </Fact>
            <View className="payable-deeds">
              {savesCsv && (
                <Button kind={batch.exportedAt === null ? 'primary' : 'secondary'} onPress={() => take('gb18030')}>
                  下载银行文件（CSV）
                  <KeyHint name="D" />
                </Button>
              )}
              <Button kind="secondary" onPress={() => take('xlsx')}>
                下载银行文件（Excel）
                <KeyHint name="X" />
              </Button>
              <Button kind={batch.exportedAt === null ? 'secondary' : 'primary'} onPress={bring} busyLabel="正在导入…">
                导入银行结果
                <KeyHint name="I" />
              </Button>
              {mayDissolve && (
                <Button kind="danger" onPress={giveBack} busyLabel="正在拆开…">
                  拆开这一批
                  <KeyHint name="Z" />
                </Button>
              )}
              <Button kind="quiet" onPress={load} busyLabel="正在刷新…">
                刷新
                <KeyHint name="R" />
              </Button>
            </View>
            <View className="payable-soft">
              结果文件要有「流水号」「结果」「日期」三列，失败的还要写「原因」；CSV 或 .xlsx 都行。
            </View>
          </Panel>
          <PaymentTable payments={batch.payments} />
        </>
      )}
    </Desk>
  );
}
