import { useState } from 'react';
import type { AccountsView } from '@yiban/shared-types/live-records';
import { accounts } from '../../../api/live-records';
import { kept, keptByKey } from '../../../kept/kept';
import { hasText } from '../../../kept/shapes';
import { LivePage } from '../../../live-records/live-page';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/choice-field';
import { Empty } from '../../../ui/empty';
import { Row } from '../../../ui/row';
import { shownDate } from '../../../wording/dates';
import { shownMoney } from '../../../wording/money';

const accountsSince = keptByKey((from) =>
  kept<AccountsView>({
    name: null,
    fetch: () => accounts(from),
    isValue: (value): value is AccountsView => hasText(value, 'source', 'asOf'),
    personal: true,
  }),
);

type Period = '3' | '12' | '36';
const PERIODS: readonly { value: Period; label: string }[] = [
  { value: '3', label: '最近 3 个月' },
  { value: '12', label: '最近 1 年' },
  { value: '36', label: '最近 3 年' },
];

/** 个人账户: what is in it, and what came in and went out. */
export default function Accounts() {
  const [months, setMonths] = useState<Period>('12');
  return (
    <LivePage
      title="个人账户"
      what="您的个人账户"
      store={accountsSince(monthsAgo(Number(months)))}
      above={<ChoiceField label="看多久的明细" options={PERIODS} value={months} onChange={setMonths} />}
    >
      {(view) => <Account view={view} />}
    </LivePage>
  );
}

function Account({ view }: { view: AccountsView }) {
  if (view.accounts.length === 0) {
    return (
      <Empty
        icon="info"
        title="没有个人账户"
        detail="职工医保才有个人账户，居民医保没有。觉得不对，请打上面的电话问一问。"
      />
    );
  }
  return (
    <>
      {view.accounts.map(({ insuranceName, balance, open }) => (
        <Card key={insuranceName} flush title={insuranceName}>
          <Row title="现在的余额" value={shownMoney(balance)} />
          <Row title="账户状态" mark={open ? { words: '正常', tone: 'good' } : { words: '已关闭', tone: 'plain' }} />
          <Row title="这段时间划入" value={shownMoney(view.received)} />
          <Row title="这段时间支出" value={shownMoney(view.spent)} />
        </Card>
      ))}
      <Card flush title={`${shownDate(view.period.from)}到${shownDate(view.period.to)}的明细`}>
        {view.movements.length === 0 && <Row title="这段时间没有收支" />}
        {view.movements.map(({ date, kind, amount, balance, memo }) => (
          <Row
            key={`${date} ${memo} ${amount} ${balance}`}
            title={memo === '' ? kind : memo}
            detail={`${shownDate(date)}，余额 ${shownMoney(balance)}`}
            value={`${amount > 0 ? '+' : ''}${shownMoney(amount)}`}
          />
        ))}
      </Card>
    </>
  );
}

/** A day in Asia/Shanghai, so many months before today. */
function monthsAgo(months: number): string {
  const today = new Date(Date.now() + 8 * 3_600_000);
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, today.getUTCDate()))
    .toISOString()
    .slice(0, 10);
}
