import { useState } from 'react';
import type { UnitEnrolmentView } from '@yiban/shared-types/live-records';
import { unitEnrolment } from '../../../api/live-records';
import { explained } from '../../../api/problem';
import { LiveSource } from '../../../live-records/live-source';
import { openCredential } from '../../../navigation/open-page';
import { usePerson } from '../../../session/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Row } from '../../../ui/row';
import { TextField } from '../../../ui/text-field';
import { shownMoney } from '../../../wording/money';

/** 参保单位参保信息查询, for the handler that the platform names. */
export default function Unit() {
  const person = usePerson();
  return (
    <Page title="查单位参保信息" lead="医保平台上登记的单位经办人可以查。">
      {person === null ? (
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="要核对您是不是这家单位的经办人。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      ) : (
        <UnitQuery />
      )}
    </Page>
  );
}

function UnitQuery() {
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [unit, setUnit] = useState<UnitEnrolmentView | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  async function ask() {
    const asked = code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
    const complete = /^[0-9A-Z]{18}$/.test(asked);
    setFault(complete ? undefined : '统一社会信用代码是 18 位数字和字母，请照营业执照输。');
    if (!complete) return;
    setUnit(null);
    setProblem(null);
    try {
      setUnit(await unitEnrolment(asked));
    } catch (failure) {
      setProblem(failure);
    }
  }

  return (
    <>
      <Card>
        <TextField
          label="统一社会信用代码"
          hint="营业执照上的 18 位"
          value={code}
          onChange={setCode}
          onConfirm={ask}
          maxLength={30}
          error={fault}
        />
        <Button busyLabel="正在查…" onPress={ask}>
          查询
        </Button>
      </Card>
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
      {unit !== null && <UnitFacts unit={unit} />}
    </>
  );
}

function UnitFacts({ unit }: { unit: UnitEnrolmentView }) {
  const { name, creditCode, statusName, place, members, averageMonthlyWage } = unit;
  return (
    <>
      <Card flush title={name}>
        <Row title="统一社会信用代码" value={creditCode} />
        <Row title="参保状态" value={statusName} />
        <Row title="参保地" value={place} />
        <Row title="参保人数" value={`${members} 人`} />
        {averageMonthlyWage !== null && <Row title="上年度月平均工资" value={shownMoney(averageMonthlyWage)} />}
      </Card>
      <LiveSource live={unit} />
    </>
  );
}
