/** Figures: how the agency is doing, for its supervisor. */
import { useCallback, useState } from 'react';
import { View } from '@tarojs/components';
import type { AgencyFigures, FigureLine } from '@yiban/shared-types/figures';
import { today } from '../administration/days';
import { shownDay } from '../agency/case-words';
import { Desk } from '../agency/desk';
import { isSupervisor } from '../agency/duties';
import { useKeys } from '../agency/keys';
import { OfDuty } from '../agency/of-duty';
import { Panel } from '../agency/panel';
import { useLoaded } from '../agency/use-loaded';
import { backToQueue } from '../agency/ways';
import { explained } from '../api/problem';
import { saveFile } from '../tables/save-file';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';
import { Bars, SeriesPlot } from './bars';
import { daysInWords, ratingInWords, shareOf } from './figure-words';
import { figuresFile, figuresOf } from './figures-api';
import { ItemTable } from './item-table';
import { PeriodPicker } from './period-picker';
import { periodOf } from './periods';
import './figures.scss';

export function Figures() {
  useKeys({ escape: backToQueue }, true);
  return (
    <Desk title="办件统计" onBack={{ words: '队列', go: backToQueue }}>
      <OfDuty may={isSupervisor} title="您的岗位不看这一页" detail="由主管查看。">
        <Counted />
      </OfDuty>
    </Desk>
  );
}

function Counted() {
  const [period, setPeriod] = useState(() => periodOf('month', today()));
  const { value, trouble, reload } = useLoaded(useCallback(() => figuresOf(period), [period]));
  const [unsaved, setUnsaved] = useState<unknown>(null);

  async function save() {
    setUnsaved(null);
    try {
      await saveFile(`办件统计 ${period.from} 至 ${period.to}`, 'xlsx', () => figuresFile(period));
    } catch (error) {
      setUnsaved(error);
    }
  }

  return (
    <>
      <View className="figures-bar">
        <PeriodPicker period={period} onPick={setPeriod} />
        <Button kind="secondary" onPress={save} busyLabel="正在导出…">
          导出表格
        </Button>
      </View>
      {unsaved !== null && <Notice tone="error" {...explained(unsaved)} />}
      {trouble !== null && (
        <Notice tone="error" {...explained(trouble)} action={{ label: '重新取', onPress: reload }} />
      )}
      {value === null && trouble === null && <Skeleton rows={6} what="统计" />}
      {value !== null && trouble === null && <Shown figures={value} />}
    </>
  );
}

function Shown({ figures }: { figures: AgencyFigures }) {
  const { regionName, from, to, total, items, officers, reasons, series } = figures;
  return (
    <>
      <Paragraph soft>
        {regionName}，{shownDay(from)} 到 {shownDay(to)}。用时都按工作日算，扣除等申请人补正的日子，不含即时办结的。
      </Paragraph>
      <View className="figures-keys" ariaRole="list">
        {keyFigures(total).map(({ term, words, note }) => (
          <View
            key={term}
            className={`figures-key ${term === '现在超期' && total.overdue > 0 ? 'is-late' : ''}`}
            ariaRole="listitem"
          >
            <View className="figures-key-term">{term}</View>
            <View className="figures-key-words">{words}</View>
            <View className="figures-key-note">{note}</View>
          </View>
        ))}
      </View>
      {items.length === 0 && <Empty icon="info" title="这段时间没有办件" detail="请换一段时间看。" />}
      <View className="figures-plots">
        <Panel title={series.step === 'day' ? '每天的申请和办结' : '每月的申请和办结'}>
          <SeriesPlot series={series} />
        </Panel>
        <Panel title="申请最多的事项">
          <Bars bars={items.slice(0, 8).map(({ name, submitted }) => ({ name, count: submitted }))} unit="件" />
        </Panel>
        <Panel title="为什么退回补正" note={`共写了 ${reasons.counted} 条原因`}>
          {reasons.frequent.length === 0 && <Paragraph soft>没有写过两次以上的原因。</Paragraph>}
          <Bars bars={reasons.frequent.slice(0, 8).map(({ reason, count }) => ({ name: reason, count }))} unit="次" />
        </Panel>
        <Panel title="经办人员" note="审核或拨付的办件，和现在手上的">
          {officers.length === 0 && <Paragraph soft>这段时间没有人审核或拨付。</Paragraph>}
          <Bars
            bars={officers.map(({ name, decided, claimed }) => ({
              name: `${name}（手上 ${claimed} 件）`,
              count: decided,
            }))}
            unit="件"
          />
        </Panel>
      </View>
      {items.length > 0 && (
        <Panel title="各事项">
          <ItemTable items={items} />
        </Panel>
      )}
    </>
  );
}

function keyFigures(
  total: FigureLine,
): readonly { readonly term: string; readonly words: string; readonly note: string }[] {
  const { submitted, immediate, sentBack, open, overdue, granted, declined, rejected, withdrawn } = total;
  return [
    { term: '申请', words: `${submitted} 件`, note: `即时办结 ${shareOf(immediate, submitted)}` },
    { term: '退回补正', words: shareOf(sentBack, submitted), note: `${sentBack} 件` },
    { term: '现在在办', words: `${open} 件`, note: '不管什么时候申请' },
    { term: '现在超期', words: `${overdue} 件`, note: '等申请人补正的不算' },
    { term: '受理用时', words: daysInWords(total.daysToAccept), note: '一半的办件不超过前一个数' },
    { term: '办结用时', words: daysInWords(total.daysToClose), note: `办成 ${granted} 件` },
    {
      term: '没有办成',
      words: `${declined + rejected} 件`,
      note: `不予受理 ${declined}，不予通过 ${rejected}；撤回 ${withdrawn}`,
    },
    { term: '评价', words: ratingInWords(total), note: '满分 5 分' },
  ];
}
