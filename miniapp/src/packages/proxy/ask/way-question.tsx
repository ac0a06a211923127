/** How the principal says yes. */
import type { GrantRelation } from '@yiban/shared-types/grants';
import { called } from '../../../grants/relations';
import { ChoiceField } from '../../../ui/choice-field';
import type { Choice } from '../../../ui/choice-field';
import { Paragraph } from '../../../ui/paragraph';
import type { QuestionProps } from './question';
import type { Way } from './request';

/** Who may be a minor. */
const YOUNG: ReadonlySet<GrantRelation> = new Set(['child', 'grandchild', 'sibling', 'ward', 'other']);

export function WayQuestion({ request, error, onChange }: QuestionProps) {
  const whom = called(request.relation);
  const young = request.relation !== null && YOUNG.has(request.relation);
  const onPaper: readonly Choice<Way>[] = young
    ? [{ value: 'guardian', label: '孩子未满 18 岁，我是监护人', hint: '拍户口簿或出生医学证明，不用孩子签名' }]
    : [];
  const options: readonly Choice<Way>[] = [
    ...onPaper,
    { value: 'here', label: `${whom}就在身边`, hint: `用这部手机扫${whom}的医保码，听一遍，签个名` },
    { value: 'link', label: `${whom}不在身边`, hint: `发个链接，${whom}在自己手机上签名` },
    { value: 'letter', label: '有写好的纸质委托书', hint: '拍委托书和两个人的证件，受理时核对' },
  ];
  return (
    <>
      <ChoiceField
        label="选一种"
        options={options}
        value={request.way}
        error={error}
        onChange={(way) => onChange({ way })}
      />
      <Paragraph soft>
        替去世的亲人取个人账户里的钱，不用委托：继承人用自己的医保码，选「参保人去世，由继承人取」。
      </Paragraph>
    </>
  );
}
