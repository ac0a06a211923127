/** Every component of src/ui in one page, to be looked at in normal and in elder size. Not in production builds. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { DivisionField } from '../../../divisions/division-field';
import { PrivacyAgreeButton } from '../../../privacy/privacy-agree-button';
import { CredentialScanner } from '../../../scan/credential-scanner';
import { SignaturePad } from '../../../signature/signature-pad';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/choice-field';
import { Confirm } from '../../../ui/confirm';
import { DateField } from '../../../ui/date-field';
import { Empty } from '../../../ui/empty';
import { Heading } from '../../../ui/heading';
import { MoneyField } from '../../../ui/money-field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { AddPhoto, PhotoGrid, PhotoTile } from '../../../ui/photo-tile';
import { Row } from '../../../ui/row';
import { Skeleton } from '../../../ui/skeleton';
import { Steps } from '../../../ui/steps';
import { TextField } from '../../../ui/text-field';
import { YesNoField } from '../../../ui/yes-no-field';

export default function Gallery() {
  return (
    <Page
      title="组件样例"
      lead="每个组件的样子，两种字号都要看。"
      actions={<Button onPress={pauseForTwoSeconds}>提交申请</Button>}
    >
      <Surfaces />
      <Notices />
      <Fields />
      <Photos />
      <Scanning />
      <Deeds />
      <Nested levels={20} />
    </Page>
  );
}

function Surfaces() {
  return (
    <>
      <Card title="办件进度">
        <Steps
          steps={[
            { title: '您提交了申请', at: '11月23日 09:12', state: 'done' },
            { title: '经办机构已受理', at: '11月23日 15:40', note: '应在 12月8日 前办完', state: 'done' },
            { title: '正在初审', note: '两位工作人员先后核对材料', state: 'now' },
            { title: '拨付', state: 'todo' },
            { title: '办结', state: 'todo' },
          ]}
        />
      </Card>
      <Card flush title="常办的事">
        <Row title="异地安置退休人员备案" detail="当场办结" icon="home" onPress={() => {}} />
        <Row title="生育医疗费支付" detail="20 个工作日内办完" icon="cases" onPress={() => {}} />
        <Row title="住院费用报销" mark={{ words: '待补正', tone: 'warn' }} onPress={() => {}} />
      </Card>
      <Card flush title="办件信息">
        <Row title="办件编号" value="1408252026112300017" />
        <Row title="办给谁" value="张*英（本人）" />
        <Row title="状态" mark={{ words: '已办结', tone: 'good' }} />
      </Card>
      <Skeleton rows={2} what="您的办件" />
      <Card>
        <Empty
          icon="cases"
          title="还没有办件"
          detail="选一个事项，现在就能开始办。"
          action={{ label: '看看能办什么', onPress: () => {} }}
        />
      </Card>
    </>
  );
}

function Notices() {
  return (
    <>
      <Heading>提示</Heading>
      <Notice tone="info" title="扫过码，就不用再交身份证" detail="医保电子凭证已经证明了您的身份。" />
      <Notice tone="good" title="备案成功" detail="从今天起，您可以在太原市直接刷医保住院。" />
      <Notice tone="warn" title="承诺书备案有期限" detail="请在 2027年2月23日 前补交居住证明。" />
      <Notice
        tone="error"
        title="二维码已经过期"
        detail="请在医保码页面点“刷新”，再扫一次。您填的内容都还在。"
        action={{ label: '重新扫码', onPress: () => {} }}
      />
    </>
  );
}

function Fields() {
  const [phone, setPhone] = useState('1390000');
  const [address, setAddress] = useState('');
  const [amount, setAmount] = useState<number | null>(1_234_550);
  const [since, setSince] = useState('');
  const [proof, setProof] = useState<'photo' | 'commitment' | null>('photo');
  const [told, setTold] = useState<boolean | null>(null);
  const [division, setDivision] = useState('');
  return (
    <Card title="填写">
      <TextField
        label="联系电话"
        kind="phone"
        value={phone}
        onChange={setPhone}
        error={phone.length === 11 ? undefined : '手机号是 11 位数字，请再看一遍'}
      />
      <TextField
        label="详细住址"
        kind="paragraph"
        hint="写到门牌号，方便联系您"
        placeholder="例如：长治路 12 号 3 单元 402"
        value={address}
        onChange={setAddress}
      />
      <MoneyField label="总费用" hint="票据上的合计" value={amount} onChange={setAmount} />
      <DateField label="从哪天开始住在那里" value={since} onChange={setSince} max="2026-11-25" />
      <ChoiceField
        label="用哪种方式证明"
        options={[
          { value: 'photo', label: '拍户口簿', hint: '首页和您本人那一页' },
          { value: 'commitment', label: '签个人承诺书', hint: '在屏幕上签名，证明以后再补' },
        ]}
        value={proof}
        onChange={setProof}
      />
      <YesNoField label="要用短信告诉您进度吗？" value={told} onChange={setTold} yes="要" no="不要" />
      <DivisionField label="您现在住在哪里" value={division} onChange={setDivision} />
    </Card>
  );
}

function Photos() {
  return (
    <Card title="户口簿">
      <Paragraph soft>请把每一页放平、拍全。</Paragraph>
      <PhotoGrid>
        <PhotoTile name="第 1 张" state="received" onRemove={() => {}} />
        <PhotoTile name="第 2 张" state="sending" sent={0.42} onRemove={() => {}} />
        <PhotoTile
          name="第 3 张"
          state="failed"
          problem="照片太暗，请在亮处重拍"
          onRetry={() => {}}
          onRemove={() => {}}
        />
        <AddPhoto label="再拍一张" onPress={() => {}} />
      </PhotoGrid>
    </Card>
  );
}

function Scanning() {
  const [scanning, setScanning] = useState(false);
  const [text, setText] = useState('');
  return (
    <Card title="扫码">
      {scanning ? (
        <CredentialScanner onScanned={setText} />
      ) : (
        <Button kind="secondary" icon="scan" onPress={() => setScanning(true)}>
          开始扫码
        </Button>
      )}
      {text !== '' && <Paragraph>扫到：{text}</Paragraph>}
    </Card>
  );
}

function Deeds() {
  const [asking, setAsking] = useState(false);
  const [signed, setSigned] = useState('');
  return (
    <>
      <Card title="签名">
        <SignaturePad
          signer="张桂英"
          onSigned={(png) => setSigned(`签名图 ${png.byteLength} 字节`)}
          cannotSign={<Row title="我签不了字" detail="请家人代办，或打电话问" onPress={() => {}} />}
        />
        <Paragraph small soft>
          {signed}
        </Paragraph>
      </Card>
      <Card title="按钮">
        <Button kind="secondary" icon="camera" onPress={() => {}}>
          拍照
        </Button>
        <Button kind="danger" onPress={() => setAsking(true)}>
          撤回申请
        </Button>
        <Button kind="quiet" onPress={() => {}}>
          以后再说
        </Button>
        <Button busy busyLabel="正在提交…" onPress={() => {}}>
          提交
        </Button>
        <Button disabled onPress={() => {}}>
          已提交
        </Button>
        <PrivacyAgreeButton onAgree={() => {}}>同意并继续</PrivacyAgreeButton>
      </Card>
      <Confirm
        open={asking}
        title="要撤回这份申请吗？"
        confirm="撤回"
        danger
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        撤回后不能恢复，但您可以重新申请，填过的内容还在。
      </Confirm>
    </>
  );
}

/** Taro's WeChat templates end at 16 levels and go on in a component of their own: the deepest one must show too. */
function Nested({ levels }: { levels: number }) {
  return <View>{levels === 0 ? '第二十层也看得见' : <Nested levels={levels - 1} />}</View>;
}

function pauseForTwoSeconds(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2000));
}
