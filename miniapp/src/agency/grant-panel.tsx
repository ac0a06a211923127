/** Who files for the person, and what their right to do so rests on: papers are to be checked before the case is accepted. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { OfficerGrant } from '@yiban/shared-types/grants';
import { explained } from '../api/problem';
import { RELATIONS } from '../grants/relations';
import { Notice } from '../ui/notice';
import { shownDay, shownInstant } from './case-words';
import { Chip } from './chip';
import { paperNames } from './grant-papers';
import { KeyHint } from './key-hint';
import { paper } from './office-api';
import { openPaper } from './open-paper';
import { Fact, Panel } from './panel';

interface GrantPanelProps {
  view: OfficerCaseView;
  /** The officer says that the papers were checked; null where that is not to be said now. */
  checked: boolean | null;
  onCheck: () => void;
  onShow: (uploads: readonly string[]) => void;
}

export function GrantPanel({ view, checked, onCheck, onShow }: GrantPanelProps) {
  const grant = view.proxy;
  if (grant === null) return null;
  const { proxy, evidence, items, until, confirmed, papers, hasLetter, flags } = grant;
  return (
    <Panel title="委托代办">
      {flags.map(({ code, message }) => (
        <Notice key={code} tone="warn" title={message} />
      ))}
      <Fact term="代办人">{proxy.name}</Fact>
      <Fact term="证件号码">{proxy.idNo}</Fact>
      {proxy.phone !== null && <Fact term="联系电话">{proxy.phone}</Fact>}
      <Fact term="参保人是其">{RELATIONS.find(({ value }) => value === grant.relation)?.label}</Fact>
      <Fact term="委托依据" mark={!confirmed}>
        {evidenceNames[evidence]}
        {confirmed ? '' : '，待核对'}
      </Fact>
      <Fact term="委托事项">{items === null ? '所有能代办的事项' : items.map(({ name }) => name).join('、')}</Fact>
      <Fact term="委托期限">
        {grant.signedAt === null ? '' : `${shownInstant(grant.signedAt)} 签，`}到 {shownDay(until)}
      </Fact>
      <View className="chips">
        {papers.map(({ paper: kind, photos }) => (
          <Chip key={kind} label={`看${paperNames[kind]}的照片`} onPress={() => onShow(photos.map(({ id }) => id))}>
            看{paperNames[kind]}
          </Chip>
        ))}
        {hasLetter && <SignedLetter caseId={view.id} />}
        {checked !== null && (
          <Chip role="checkbox" chosen={checked} label="委托材料已核对" onPress={onCheck}>
            {checked ? '✓ ' : ''}委托材料已核对
            <KeyHint name="K" />
          </Chip>
        )}
      </View>
    </Panel>
  );
}

/** The PDF with the principal's own handwriting. */
function SignedLetter({ caseId }: { caseId: string }) {
  const [problem, setProblem] = useState<unknown>(null);

  async function open() {
    try {
      await openPaper(() => paper(caseId, 'authorization-letter'), '授权委托书');
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <>
      <Chip label="打开授权委托书 PDF" onPress={() => void open()}>
        看授权委托书
      </Chip>
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
    </>
  );
}

const evidenceNames: Readonly<Record<OfficerGrant['evidence'], string>> = {
  signature: '本人扫码后在线签名',
  letter: '纸质委托书和双方证件',
  guardian: '监护关系证明',
};
