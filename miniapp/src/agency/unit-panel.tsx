/** The unit that a case is for, and what its handler's authority rests on: to be checked before the case is accepted. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { Chip } from './chip';
import { Fact, Panel } from './panel';

interface UnitPanelProps {
  unit: OfficerCaseView['unit'];
  onShow: (uploads: readonly string[]) => void;
}

export function UnitPanel({ unit, onShow }: UnitPanelProps) {
  if (unit === null) return null;
  const { name, creditCode, confirmed, letter } = unit;
  return (
    <Panel title="单位">
      <Fact term="单位名称">{name}</Fact>
      <Fact term="信用代码">{creditCode}</Fact>
      <Fact term="经办授权" mark={!confirmed}>
        {authorityInWords(unit)}
      </Fact>
      {letter.length > 0 && (
        <Chip label="看授权书照片" onPress={() => onShow(letter.map(({ id }) => id))}>
          看授权书
        </Chip>
      )}
    </Panel>
  );
}

function authorityInWords({ authority, confirmed }: NonNullable<OfficerCaseView['unit']>): string {
  if (authority === 'platform') return '医保平台登记的经办人';
  return confirmed ? '授权书已核对' : '授权书待核对，受理即表示核对无误';
}
