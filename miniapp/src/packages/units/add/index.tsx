import { useState } from 'react';
import { addUnit } from '../../../api/units';
import type { NewUnit } from '../../../api/units';
import { explained, hasCode } from '../../../api/problem';
import { isCreditCode } from '../../../filing/identity-numbers';
import { openFilingFor } from '../../../navigation/open-page';
import { usePageParameter } from '../../../navigation/page-parameter';
import { useRegionCode } from '../../../region/regions';
import { PaperPhotos } from '../../../photos/paper-photos';
import { Button } from '../../../ui/button';
import { leavePage } from '../../../ui/leave-page';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { TextField } from '../../../ui/text-field';
import { myUnits } from '../../../units/my-units';

/** What is asked, in turn: the code; then, where the platform does not name this person, the letter, and a new unit's name. */
export default function AddUnit() {
  const item = usePageParameter('item');
  const asked = usePageParameter('region');
  const known = useRegionCode();
  const region = asked === '' ? (known ?? '') : asked;
  const [creditCode, setCreditCode] = useState('');
  const [name, setName] = useState('');
  const [letter, setLetter] = useState<readonly string[]>([]);
  const [wants, setWants] = useState<{ readonly letter: boolean; readonly name: boolean }>({
    letter: false,
    name: false,
  });
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  const [wrongCode, setWrongCode] = useState<string>();

  async function add() {
    setProblem(undefined);
    const code = creditCode.trim().toUpperCase();
    if (!isCreditCode(code)) {
      setWrongCode('统一社会信用代码不对，一共 18 位。请对照营业执照再看一遍。');
      return;
    }
    setWrongCode(undefined);
    const unit: NewUnit = { region, creditCode: code, letter, ...(name.trim() === '' ? {} : { name: name.trim() }) };
    try {
      const added = await addUnit(unit);
      await myUnits.refresh();
      if (item === '') leavePage();
      else openFilingFor(added.id, item, region);
    } catch (error) {
      if (hasCode(error, 'unit-letter-required')) setWants({ ...wants, letter: true });
      if (hasCode(error, 'unit-name-required')) setWants({ letter: true, name: true });
      setProblem(explained(error));
    }
  }

  return (
    <Page
      title="添加单位"
      actions={
        <Button busyLabel="正在核对…" onPress={add}>
          添加
        </Button>
      }
    >
      <TextField
        label="统一社会信用代码"
        hint="18 位，在营业执照或证书右上方。"
        value={creditCode}
        error={wrongCode}
        maxLength={18}
        onChange={(typed) => {
          setCreditCode(typed);
          setWrongCode(undefined);
        }}
      />
      {wants.name && (
        <TextField label="单位全称" hint="照营业执照或证书上写的填。" value={name} maxLength={80} onChange={setName} />
      )}
      {wants.letter && (
        <PaperPhotos
          title="单位授权书"
          button="拍授权书"
          paper="authorization-letter"
          uploads={letter}
          onChange={setLetter}
        >
          拍盖了公章的授权委托书，写明委托谁办、办什么、到什么时候。经办人员核对后生效。
        </PaperPhotos>
      )}
      {problem && (
        <Notice
          tone={wants.letter && letter.length === 0 ? 'info' : 'error'}
          title={problem.title}
          detail={problem.detail}
        />
      )}
      <Paragraph soft>医保平台登记的经办人就是您的，填好代码就能添加，不用授权书。</Paragraph>
    </Page>
  );
}
