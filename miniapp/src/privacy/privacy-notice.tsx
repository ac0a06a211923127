/** The privacy notice (个人信息保护法 art. 17, 28–30): what is used, what for, for how long, and whom to ask. */
import { useRegion } from '../region/regions';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';

const PARTS = [
  {
    title: '用到哪些信息',
    text: '您的姓名、证件号、参保信息，来自您扫的医保电子凭证；联系电话、住址、银行卡号，由您自己填写；户口簿、票据、病历，由您自己拍照。',
  },
  {
    title: '用来做什么',
    text: '只用来办您申请的医保业务：核对身份、审核材料、发放待遇、告诉您进度。不做别的用途，不给无关的人看。',
  },
  {
    title: '病历、银行卡这类敏感信息',
    text: '只在您办的事用得上时才用，每一种第一次用之前单独问您；您不同意，可以到窗口办。不用刷脸。',
  },
  {
    title: '放在哪里，放多久',
    text: '加密存放在医保经办机构。没提交的草稿保留 90 天；办完的，按医保档案规定的年限保存。',
  },
] as const;

export function PrivacyNotice() {
  const region = useRegion();
  return (
    <>
      {PARTS.map(({ title, text }) => (
        <Card key={title} title={title}>
          <Paragraph>{text}</Paragraph>
        </Card>
      ))}
      <Card title="您可以">
        <Paragraph>
          随时查看、更正自己的信息，随时退出登录。有疑问请拨打 {region?.phone ?? '12393'}
          ，也可以去医保窗口办理，不影响您的待遇。
        </Paragraph>
      </Card>
    </>
  );
}
