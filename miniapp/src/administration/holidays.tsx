/** Holidays: the years whose notice is in, and the form that takes one in. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { HolidayPreview, HolidayYear } from '@yiban/shared-types/administration';
import { shownDay, shownInstant } from '../agency/case-words';
import { Desk } from '../agency/desk';
import { sayDone } from '../agency/last-deed';
import { backToQueue } from '../agency/ways';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { ChoiceField } from '../ui/choice-field';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Row, type RowMark } from '../ui/row';
import { TextField } from '../ui/text-field';
import { holidayYears, readHolidays, takeHolidays } from './administration-api';
import { Loading } from './loading';
import { Trouble } from './trouble';
import { useEscape } from './use-escape';
import { useLoaded } from './use-loaded';
import './rules.scss';

export function Holidays() {
  useEscape(backToQueue);
  const { state, reload } = useLoaded(holidayYears);
  return (
    <Desk title="放假通知" onBack={{ words: '返回', go: backToQueue }}>
      <Loading state={state} what="年份" onRetry={reload} />
      {state.kind === 'ready' && (
        <View className="rules-columns">
          <Years years={state.value} />
          <TakeIn years={state.value} onTaken={reload} />
        </View>
      )}
    </Desk>
  );
}

const marks: Readonly<Record<HolidayYear['state'], RowMark>> = {
  known: { words: '已有', tone: 'good' },
  imported: { words: '已导入', tone: 'good' },
  missing: { words: '还没有，到期日暂定', tone: 'warn' },
};

function Years({ years }: { years: readonly HolidayYear[] }) {
  return (
    <Card flush title="各年的放假安排">
      {years.map(({ year, state, basis, by, at }) => (
        <Row
          key={year}
          title={`${year} 年`}
          detail={basis === null ? undefined : `${basis}，${by ?? ''} ${at === null ? '' : shownInstant(at)} 导入`}
          mark={marks[state]}
        />
      ))}
    </Card>
  );
}

function TakeIn({ years, onTaken }: { years: readonly HolidayYear[]; onTaken: () => Promise<void> }) {
  const [year, setYear] = useState(() => (years.find(({ state }) => state === 'missing') ?? years[0])?.year ?? 0);
  const [text, setText] = useState('');
  const [basis, setBasis] = useState('');
  const [missing, setMissing] = useState<{ text?: string; basis?: string }>({});
  const [read, setRead] = useState<HolidayPreview | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);

  async function look() {
    const gaps = {
      ...(text.trim() === '' ? { text: '请把通知全文贴进来。' } : {}),
      ...(basis.trim() === '' ? { basis: '请写通知的名称和文号。' } : {}),
    };
    setMissing(gaps);
    if (Object.keys(gaps).length > 0) return;
    setTrouble(null);
    try {
      setRead(await readHolidays(year, text));
    } catch (error) {
      setTrouble(error);
    }
  }

  async function take() {
    setTrouble(null);
    try {
      await takeHolidays(year, { text, basis: basis.trim() });
      sayDone(`${year} 年的放假安排已导入，暂定的到期日已重新计算。`);
      setRead(null);
      setText('');
      await onTaken();
    } catch (error) {
      setTrouble(error);
    }
  }

  return (
    <Card title="导入一份通知">
      <Trouble error={trouble} />
      <ChoiceField
        label="哪一年的"
        options={years.map((one) => ({ value: String(one.year), label: `${one.year} 年` }))}
        value={String(year)}
        onChange={(chosen) => {
          setYear(Number(chosen));
          setRead(null);
        }}
      />
      <TextField label="通知的名称和文号" maxLength={200} value={basis} onChange={setBasis} error={missing.basis} />
      <TextField
        label="通知全文"
        hint="国务院办公厅的放假通知，整篇复制过来，系统自己读出日期。"
        kind="paragraph"
        maxLength={8000}
        value={text}
        onChange={(typed) => {
          setText(typed);
          setRead(null);
        }}
        error={missing.text}
      />
      {read !== null && <Read read={read} />}
      {read !== null && read.faults.length === 0 ? (
        <Button onPress={take} busyLabel="正在导入…">
          日期都对，导入
        </Button>
      ) : (
        <Button onPress={look} busyLabel="正在读…">
          读一读，看日期
        </Button>
      )}
    </Card>
  );
}

function Read({ read }: { read: HolidayPreview }) {
  return (
    <>
      {read.faults.length > 0 && (
        <Notice tone="error" title="还有几处要核对">
          {read.faults.map((fault) => (
            <Paragraph key={fault}>· {fault}</Paragraph>
          ))}
        </Notice>
      )}
      {read.holidays.map(({ name, from, to, workdays }) => (
        <Row
          key={name}
          title={name}
          detail={workdays.length === 0 ? undefined : `${workdays.map(shownDay).join('、')} 上班`}
          value={from === to ? shownDay(from) : `${shownDay(from)}至${shownDay(to)}`}
        />
      ))}
    </>
  );
}
