import type { PaymentsView } from '@yiban/shared-types/live-records';
import { payments } from '../../../api/live-records';
import { kept } from '../../../kept/kept';
import { hasText } from '../../../kept/shapes';
import { LivePage } from '../../../live-records/live-page';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Paragraph } from '../../../ui/paragraph';
import { Row } from '../../../ui/row';
import { shownMoney } from '../../../wording/money';

const ownPayments = kept<PaymentsView>({
  name: null,
  fetch: payments,
  isValue: (value): value is PaymentsView => hasText(value, 'source', 'asOf'),
  personal: true,
});

/** 缴费记录, year by year. */
export default function Payments() {
  return (
    <LivePage title="缴费记录" what="您的缴费记录" store={ownPayments}>
      {({ years, months }) => (
        <>
          {years.length === 0 && (
            <Empty icon="info" title="没有查到缴费记录" detail="觉得不对，请打上面的电话问一问。" />
          )}
          {years.length > 0 && <Paragraph>一共缴了 {months} 个月。</Paragraph>}
          {years.map((year) => (
            <Card key={`${year.year} ${year.insuranceName}`} flush title={`${year.year} 年　${year.insuranceName}`}>
              <Row
                title={`缴了 ${year.months} 个月`}
                mark={{ words: year.statusName, tone: year.statusName === '已缴费' ? 'good' : 'warn' }}
              />
              {year.base > 0 && <Row title="缴费基数" value={shownMoney(year.base)} />}
              {year.personal > 0 && <Row title="个人缴" value={shownMoney(year.personal)} />}
              {year.employer > 0 && <Row title="单位缴" value={shownMoney(year.employer)} />}
              {year.subsidy > 0 && <Row title="财政补助" value={shownMoney(year.subsidy)} />}
            </Card>
          ))}
        </>
      )}
    </LivePage>
  );
}
