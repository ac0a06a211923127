/** What lies beside the photos: receipts as typed, materials, the notice, the settlement, papers. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { CaseMaterialView, Settlement, SupplementNotice } from '@yiban/shared-types/cases';
import type { ItemPage, Material } from '@yiban/shared-types/catalogue';
import { explained } from '../api/problem';
import { Notice } from '../ui/notice';
import { shownInstant, shownYuan } from './case-words';
import { Chip } from './chip';
import { paper } from './office-api';
import { openPaper } from './open-paper';
import { Fact, Panel } from './panel';
import type { Photo } from './photos';
import { receiptsIn } from './receipts';
import './case-papers.scss';

interface ReceiptsPanelProps {
  view: OfficerCaseView;
  /** The photo on the stage: the receipt that was typed from it stands out. */
  shown: Photo | undefined;
  onShow: (uploads: readonly string[]) => void;
}

export function ReceiptsPanel({ view, shown, onShow }: ReceiptsPanelProps) {
  const receipts = receiptsIn(view.form);
  if (receipts.length === 0) return null;
  return (
    <Panel title="申请人填的票据" note={`合计 ${shownYuan(view.claimedTotal)} 元`}>
      {receipts.map((receipt, i) => {
        const here = shown !== undefined && receipt.uploads.includes(shown.id);
        return (
          <View key={`${receipt.code} ${receipt.number}`} className={`receipt ${here ? 'is-shown' : ''}`}>
            <View className="receipt-head">
              <View className="receipt-total">{shownYuan(receipt.total)} 元</View>
              {receipt.uploads.length > 0 && (
                <Chip
                  label={`${here ? '正在看' : '看照片'}，第 ${i + 1} 张票据`}
                  onPress={() => onShow(receipt.uploads)}
                >
                  {here ? '正在看' : '看照片'}
                </Chip>
              )}
            </View>
            <Fact term="票据号码">{receipt.number}</Fact>
            {receipt.code !== '' && <Fact term="票据代码">{receipt.code}</Fact>}
            {receipt.checkCode !== '' && <Fact term="校验码">{receipt.checkCode}</Fact>}
            <Fact term="交款人" mark={receipt.payer !== view.person.name}>
              {receipt.payer}
            </Fact>
            <Fact term="开票日期">{receipt.date}</Fact>
            <Fact term="医院">{receipt.hospital}</Fact>
          </View>
        );
      })}
    </Panel>
  );
}

interface MaterialsPanelProps {
  materials: readonly Material[];
  handedIn: readonly CaseMaterialView[];
  onShow: (uploads: readonly string[]) => void;
}

export function MaterialsPanel({ materials, handedIn, onShow }: MaterialsPanelProps) {
  return (
    <Panel title="办理材料">
      {materials.map((material) => {
        const own = handedIn.find((one) => one.material === material.id);
        return (
          <View key={material.id} className="material">
            <View className="material-words">
              <View>{material.name}</View>
              <View className="material-state">{stateInWords(material, own)}</View>
            </View>
            {own !== undefined && own.uploads.length > 0 && (
              <Chip label={`看照片，${material.name}`} onPress={() => onShow(own.uploads.map(({ id }) => id))}>
                看照片
              </Chip>
            )}
          </View>
        );
      })}
    </Panel>
  );
}

function stateInWords({ anyOf, required }: Material, own: CaseMaterialView | undefined): string {
  const chosen = anyOf.find(({ id }) => id === own?.alternative);
  if (own === undefined || chosen === undefined) {
    if (anyOf.some(({ kind }) => kind === 'credential')) return '已核验医保电子凭证';
    if (anyOf.some(({ kind }) => kind === 'data'))
      return required === true ? '由数据共享核验，没有要申请人交' : '这个办件不需要';
    return required === true ? '没有交' : '这个办件不需要';
  }
  const parts = [
    chosen.name,
    ...(own.uploads.length > 0 ? [`照片 ${own.uploads.length} 张`] : []),
    ...(own.signed ? ['已签名'] : []),
  ];
  return parts.join('，');
}

export function NoticePanel({ notice, count, item }: { notice: SupplementNotice; count: number; item: ItemPage }) {
  const nameOf = (material: string | null, question: string | null) =>
    item.materials.find(({ id }) => id === material)?.name ??
    item.form?.questions.find(({ id }) => id === question)?.term ??
    '其他';
  return (
    <Panel title="一次性告知" note={`共 ${count} 次，${shownInstant(notice.at)}`}>
      {notice.items.map(({ material, question, reason }) => (
        <Fact key={`${material ?? ''} ${question ?? ''} ${reason}`} term={nameOf(material, question)}>
          {reason}
        </Fact>
      ))}
    </Panel>
  );
}

export function SettlementPanel({ settlement }: { settlement: Settlement }) {
  return (
    <Panel title="核定金额">
      <SettlementTable settlement={settlement} />
    </Panel>
  );
}

export function SettlementTable({ settlement }: { settlement: Settlement }) {
  return (
    <View className="settled">
      <View className="settled-row is-head">
        <View>费用</View>
        <View>申报</View>
        <View>核定</View>
      </View>
      {settlement.lines.map(({ category, claimed, approved, reason }) => (
        <View key={category} className="settled-row">
          <View>{category}</View>
          <View>{shownYuan(claimed)}</View>
          <View>{shownYuan(approved)}</View>
          {reason !== null && <View className="settled-reason">核减：{reason}</View>}
        </View>
      ))}
      <View className="settled-row is-total">
        <View>合计（元）</View>
        <View>{shownYuan(settlement.claimed)}</View>
        <View>{shownYuan(settlement.approved)}</View>
      </View>
    </View>
  );
}

export function DocumentsPanel({ view }: { view: OfficerCaseView }) {
  const [trouble, setTrouble] = useState<unknown>(null);
  if (view.documents.length === 0) return null;
  async function open(document: string, name: string) {
    setTrouble(null);
    try {
      await openPaper(() => paper(view.id, document), name);
    } catch (error) {
      setTrouble(error);
    }
  }
  return (
    <Panel title="文书">
      {trouble !== null && <Notice tone="error" {...explained(trouble)} />}
      <View className="chips">
        {view.documents.map(({ id, name }) => (
          <Chip key={id} label={`打开${name}`} onPress={() => void open(id, name)}>
            {name}
          </Chip>
        ))}
      </View>
    </Panel>
  );
}
