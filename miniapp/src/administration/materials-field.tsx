/** MaterialsField: the papers of an item: what each is called, whether it must be handed in, how to take its photo. */
import { View } from '@tarojs/components';
import type { EditableMaterial } from '@yiban/shared-types/administration';
import { Button } from '../ui/button';
import { ChoiceField } from '../ui/choice-field';
import { Heading } from '../ui/heading';
import { Paragraph } from '../ui/paragraph';
import { TextField } from '../ui/text-field';

interface MaterialsFieldProps {
  materials: readonly EditableMaterial[];
  onChange: (materials: readonly EditableMaterial[]) => void;
}

export function MaterialsField({ materials, onChange }: MaterialsFieldProps) {
  const put = (i: number, next: EditableMaterial) => onChange(materials.map((old, j) => (j === i ? next : old)));
  return (
    <View className="rules-materials">
      {materials.map((material, i) => (
        <OneMaterial
          key={material.id}
          ordinal={i + 1}
          material={material}
          onChange={(next) => put(i, next)}
          onRemove={() => onChange(materials.filter((_, j) => j !== i))}
        />
      ))}
      <Button kind="secondary" onPress={() => onChange([...materials, fresh(materials)])}>
        加一项材料
      </Button>
      <Paragraph small soft>
        除了身份证明，没有法律法规依据的材料不能要（社会保险经办条例第三十一条）。依据写在上面的「依据文件」里。
      </Paragraph>
    </View>
  );
}

interface OneMaterialProps {
  ordinal: number;
  material: EditableMaterial;
  onChange: (material: EditableMaterial) => void;
  onRemove: () => void;
}

function OneMaterial({ ordinal, material, onChange, onRemove }: OneMaterialProps) {
  const { name, required, note = '', anyOf } = material;
  const which = `第 ${ordinal} 项材料`;
  return (
    <View className="rules-material">
      <Heading level={3}>{which}</Heading>
      <TextField
        label={`${which}的名称`}
        maxLength={60}
        value={name}
        onChange={(typed) => onChange({ ...material, name: typed })}
      />
      {typeof required === 'object' ? (
        <Paragraph soft>要交的情形：{required.when}</Paragraph>
      ) : (
        <ChoiceField
          label={`${which}要不要交`}
          options={[
            { value: 'yes', label: '必须交' },
            { value: 'no', label: '没有可以不交' },
          ]}
          value={required ? 'yes' : 'no'}
          onChange={(answer) => onChange({ ...material, required: answer === 'yes' })}
        />
      )}
      <TextField
        label={`${which}的说明`}
        kind="paragraph"
        maxLength={300}
        value={note}
        onChange={(typed) => onChange({ ...material, note: typed === '' ? undefined : typed })}
      />
      {anyOf.map((way, i) =>
        way.tip === undefined ? (
          <Paragraph key={way.id} soft>
            可以用：{way.name}
          </Paragraph>
        ) : (
          <TextField
            key={way.id}
            label={`拍「${way.name}」的提示`}
            kind="paragraph"
            maxLength={200}
            value={way.tip}
            onChange={(tip) =>
              onChange({ ...material, anyOf: anyOf.map((old, j) => (j === i ? { ...old, tip } : old)) })
            }
          />
        ),
      )}
      <Button kind="quiet" label={`去掉${name === '' ? which : name}`} onPress={onRemove}>
        去掉这项材料
      </Button>
    </View>
  );
}

/** A paper of which a photo is taken; its name follows. */
function fresh(materials: readonly EditableMaterial[]): EditableMaterial {
  const numbers = materials.map(({ id }) => Number(/^added-(\d+)$/.exec(id)?.[1] ?? 0));
  const id = `added-${Math.max(0, ...numbers) + 1}`;
  return {
    id,
    name: '',
    required: true,
    anyOf: [{ kind: 'photo', id: `${id}-photo`, name: '照片', paper: 'other-paper', tip: '拍整页，字要看得清。' }],
  };
}
