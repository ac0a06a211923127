/** Who the principal is, where their credential is not scanned. */
import { called } from '../../../grants/relations';
import { useKept } from '../../../kept/kept';
import { regionList } from '../../../region/regions';
import { ChoiceField } from '../../../ui/choice-field';
import { Paragraph } from '../../../ui/paragraph';
import { TextField } from '../../../ui/text-field';
import type { QuestionProps } from './question';

export function PrincipalQuestion({ request, region, error, onChange }: QuestionProps) {
  const whom = called(request.relation);
  const { value: regions } = useKept(regionList);
  const nameIsMissing = request.name.trim() === '';
  return (
    <>
      <TextField
        label={`${whom}的姓名`}
        value={request.name}
        maxLength={50}
        error={nameIsMissing ? error : undefined}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={`${whom}的身份证号码`}
        kind="id-number"
        value={request.idNo}
        error={nameIsMissing ? undefined : error}
        onChange={(idNo) => onChange({ idNo })}
      />
      {regions !== null && (
        <ChoiceField
          label={`${whom}在哪里参保`}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={request.region === '' ? region : request.region}
          onChange={(code) => onChange({ region: code })}
        />
      )}
      <Paragraph soft>没有身份证的孩子，看户口簿上的公民身份号码。</Paragraph>
    </>
  );
}
