/** SettlementForm: what is claimed and approved, category by category, beside what the receipts add up to. */
import { useState } from 'react';
import { Input, View } from '@tarojs/components';
import { shownYuan } from './case-words';
import { Chip } from './chip';
import { DeedForm } from './deed-form';
import type { Deed } from './office-api';
import { faultsOf, isCut, settledLines, totalOf, type TypedLine } from './settlement-draft';
import { cutReasons } from './suggested-reasons';

interface SettlementFormProps {
  lines: readonly TypedLine[];
  /** What the receipts claim in all, in fen; 0 where the item knows no receipts. */
  receiptsTotal: number;
  /** What the server found wrong, by category. */
  refused: ReadonlyMap<string, string>;
  onLines: (lines: readonly TypedLine[]) => void;
  onGoOn: (deed: Deed) => void;
  onLeave: () => void;
}

export function SettlementForm({ lines, receiptsTotal, refused, onLines, onGoOn, onLeave }: SettlementFormProps) {
  const [tried, setTried] = useState(false);
  const faults = faultsOf(lines);
  const claimed = totalOf(lines, 'claimed');
  const empty = settledLines(lines).length === 0;

  function change(category: string, changes: Partial<TypedLine>) {
    onLines(lines.map((line) => (line.category === category ? { ...line, ...changes } : line)));
  }

  function goOn() {
    setTried(true);
    if (!empty && faults.size === 0) onGoOn({ action: 'pass', settlement: settledLines(lines) });
  }

  return (
    <DeedForm title="核定金额，初审通过" goOn="核定好了，初审通过" onGoOn={goOn} onLeave={onLeave}>
      <View className="amount-line is-head" ariaHidden>
        <View>费用（元）</View>
        <View>申报</View>
        <View>核定</View>
      </View>
      {lines.map((line) => (
        <AmountLine
          key={line.category}
          line={line}
          fault={refused.get(line.category) ?? (tried ? faults.get(line.category) : undefined)}
          onChange={(changes) => change(line.category, changes)}
        />
      ))}
      <View className="amount-line is-total">
        <View>合计</View>
        <View>{shownYuan(claimed)}</View>
        <View>{shownYuan(totalOf(lines, 'approved'))}</View>
      </View>
      {receiptsTotal > 0 && (
        <View className={`amount-compare ${claimed === receiptsTotal ? '' : 'is-off'}`} ariaRole="status">
          票据合计 {shownYuan(receiptsTotal)} 元，
          {claimed === receiptsTotal
            ? '与申报合计一致'
            : `与申报合计差 ${shownYuan(Math.abs(claimed - receiptsTotal))} 元`}
        </View>
      )}
      {tried && empty && <View className="deed-fault">请至少核定一类费用。</View>}
    </DeedForm>
  );
}

interface AmountLineProps {
  line: TypedLine;
  fault: string | undefined;
  onChange: (changes: Partial<TypedLine>) => void;
}

function AmountLine({ line, fault, onChange }: AmountLineProps) {
  // What is approved follows what is claimed until it is typed itself.
  const follows = line.approved === line.claimed;
  if (line.exact) {
    return (
      <View className={`amount-line ${fault === undefined ? '' : 'has-error'}`}>
        <View className="amount-name">{line.name}</View>
        <View>{line.claimed}</View>
        <View>{line.approved}</View>
        <View className="amount-more">{fault ?? '以医保平台的金额为准，不用填。'}</View>
      </View>
    );
  }
  return (
    <View className={`amount-line ${fault === undefined ? '' : 'has-error'}`}>
      <View className="amount-name">{line.name}</View>
      <Amount
        label={`${line.name}，申报，单位元`}
        value={line.claimed}
        wrong={fault !== undefined}
        onChange={(claimed) => onChange(follows ? { claimed, approved: claimed } : { claimed })}
      />
      <Amount
        label={`${line.name}，核定，单位元`}
        value={line.approved}
        wrong={fault !== undefined}
        onChange={(approved) => onChange({ approved })}
      />
      {(isCut(line) || fault !== undefined) && (
        <View className="amount-more">
          {isCut(line) && (
            <>
              <View className="entry">
                <Input
                  className="entry-input"
                  maxlength={200}
                  value={line.reason}
                  placeholder="核减的理由，申请人会看到"
                  placeholderClass="entry-placeholder"
                  ariaLabel={`${line.name}，核减的理由`}
                  onInput={(event) => onChange({ reason: event.detail.value })}
                />
              </View>
              <View className="chips">
                {cutReasons.map((words) => (
                  <Chip key={words} label={`${line.name}填入：${words}`} onPress={() => onChange({ reason: words })}>
                    {words}
                  </Chip>
                ))}
              </View>
            </>
          )}
          {fault !== undefined && (
            <View className="deed-fault" ariaRole="alert">
              {fault}
            </View>
          )}
        </View>
      )}
    </View>
  );
}

interface AmountProps {
  label: string;
  value: string;
  wrong: boolean;
  onChange: (value: string) => void;
}

function Amount({ label, value, wrong, onChange }: AmountProps) {
  return (
    <View className="entry">
      <Input
        className="entry-input"
        type="digit"
        maxlength={14}
        value={value}
        placeholder="0.00"
        placeholderClass="entry-placeholder"
        ariaLabel={label}
        ariaInvalid={wrong}
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  );
}
