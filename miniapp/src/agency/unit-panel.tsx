/** The unit that a case is for, and the letter that its handler acts on: to be checked before the case is accepted. */
import { Image, View } from '@tarojs/components';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { pictureAddress } from '../api/uploads';
import { Fact, Panel } from './panel';

export function UnitPanel({ unit }: { unit: OfficerCaseView['unit'] }) {
  if (unit === null) return null;
  const { name, creditCode, authority, confirmed, letter } = unit;
  return (
    <Panel title="单位">
      <Fact term="单位名称">{name}</Fact>
      <Fact term="信用代码">{creditCode}</Fact>
      <Fact term="经办授权" mark={!confirmed}>
        {authority === 'platform'
          ? '平台登记的经办人'
          : confirmed
            ? '授权书已核对'
            : '授权书待核对，受理即视为核对无误'}
      </Fact>
      {letter.length > 0 && (
        <View>
          {letter.map((photo, i) => (
            <Image
              key={photo.id}
              mode="widthFix"
              src={pictureAddress(photo.picture) ?? ''}
              ariaLabel={`授权书第 ${i + 1} 张`}
            />
          ))}
        </View>
      )}
    </Panel>
  );
}
