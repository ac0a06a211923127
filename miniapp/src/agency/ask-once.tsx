/** AskOnce: says what is about to happen, and asks once before it is sent. Enter does it, Esc does not. */
import { useEffect, useRef } from 'react';
import { View } from '@tarojs/components';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { SettlementTable } from './case-papers';
import { deedWords } from './case-words';
import { focusFirstButton } from './focus';
import { KeyHint } from './key-hint';
import type { Deed } from './office-api';
import { Fact } from './panel';

interface AskOnceProps {
  view: OfficerCaseView;
  item: ItemPage;
  deed: Deed;
  onSend: () => Promise<void>;
  onLeave: () => void;
}

export function AskOnce({ view, item, deed, onSend, onLeave }: AskOnceProps) {
  const button = useRef<unknown>(null);
  useEffect(() => focusFirstButton(button.current), []);
  const { name, danger } = deedWords[deed.action];
  return (
    <Sheet open title={`确定${name}？`} onClose={onLeave}>
      <Fact term="事项">{view.itemName}</Fact>
      <Fact term="编号">{view.number}</Fact>
      <Fact term="参保人">{view.person.name}</Fact>
      <Consequences view={view} item={item} deed={deed} />
      <View ref={button}>
        <Button kind={danger ? 'danger' : 'primary'} onPress={onSend} busyLabel="正在发送…">
          {name}
          <KeyHint name="Enter" />
        </Button>
      </View>
      <Button kind="secondary" onPress={onLeave}>
        先不
        <KeyHint name="Esc" />
      </Button>
    </Sheet>
  );
}

function Consequences({ view, item, deed }: Pick<AskOnceProps, 'view' | 'item' | 'deed'>) {
  switch (deed.action) {
    case 'accept':
      return (
        <>
          {deed.grantChecked === true && <Fact term="委托材料">已核对，委托有效</Fact>}
          <View className="deed-lead">受理后开始计时，受理通知单马上发给申请人。</View>
        </>
      );
    case 'refuse-grant':
      return (
        <>
          <Fact term="哪里不对">{deed.reason}</Fact>
          <View className="deed-lead">
            {deed.outcome === 'decline'
              ? '这份委托马上失效，办件不予受理，决定书发给申请人。'
              : '这份委托马上失效，办件发一次性告知书，计时暂停，等重新委托。'}
          </View>
        </>
      );
    case 'supplement':
      return (
        <>
          {deed.items.map(({ material, question, reason }) => (
            <Fact
              key={`${material ?? ''} ${question ?? ''}`}
              term={
                item.materials.find(({ id }) => id === material)?.name ??
                item.form?.questions.find(({ id }) => id === question)?.term ??
                '其他'
              }
            >
              {reason}
            </Fact>
          ))}
          <View className="deed-lead">告知书发出后计时暂停，申请人补齐再继续。还有别的要补，请一起写上。</View>
        </>
      );
    case 'decline':
    case 'reject':
      return (
        <>
          <Fact term="理由">{deed.reason}</Fact>
          <View className="deed-lead">
            决定书会写明救济途径：60 日内可以申请行政复议，6 个月内可以提起行政诉讼。发出后不能撤回。
          </View>
        </>
      );
    case 'send-back':
      return <Fact term="理由">{deed.reason}</Fact>;
    case 'pass':
      return <Amounts view={view} deed={deed} />;
  }
}

function Amounts({ view, deed }: { view: OfficerCaseView; deed: Extract<Deed, { action: 'pass' }> }) {
  const { settlement } = deed;
  if (settlement !== undefined) {
    const sum = (column: 'claimed' | 'approved') => settlement.reduce((total, line) => total + line[column], 0);
    const names = new Map(view.settlementCategories.map(({ id, name }) => [id, name]));
    const lines = settlement.map((line) => ({
      ...line,
      category: names.get(line.category) ?? line.category,
      reason: line.reason ?? null,
    }));
    return <SettlementTable settlement={{ lines, claimed: sum('claimed'), approved: sum('approved') }} />;
  }
  return view.settlement === null ? null : <SettlementTable settlement={view.settlement} />;
}
