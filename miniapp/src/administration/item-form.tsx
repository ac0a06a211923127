/** ItemForm: what can be changed of an item: its limit, its papers, its words. */
import type { EditableItem, EditedItem } from '@yiban/shared-types/administration';
import { Card } from '../ui/card';
import { TextField } from '../ui/text-field';
import { LimitField } from './limit-field';
import { LinesField } from './lines-field';
import { MaterialsField } from './materials-field';

interface ItemFormProps {
  item: EditedItem;
  fields: EditableItem;
  onChange: (fields: EditableItem) => void;
}

export function ItemForm({ item, fields, onChange }: ItemFormProps) {
  const set = (part: Partial<EditableItem>) => onChange({ ...fields, ...part });
  return (
    <>
      <Card title="办理时限">
        <LimitField
          limit={fields.timeLimit}
          statutory={item.statutoryLimit}
          onChange={(timeLimit) => set({ timeLimit })}
        />
      </Card>
      <Card title="文字">
        <TextField label="一句话说明" maxLength={120} value={fields.summary} onChange={(summary) => set({ summary })} />
        <TextField
          label="事项简述"
          kind="paragraph"
          maxLength={1000}
          value={fields.description}
          onChange={(description) => set({ description })}
        />
        <TextField
          label="谁可以办"
          kind="paragraph"
          maxLength={500}
          value={fields.eligibility}
          onChange={(eligibility) => set({ eligibility })}
        />
        <LinesField label="怎么办" hint="一步一行。" lines={fields.process} onChange={(process) => set({ process })} />
        <LinesField
          label="办理方式"
          hint="一种一行。"
          lines={fields.channels}
          onChange={(channels) => set({ channels })}
        />
        <TextField
          label="要到窗口办的说明"
          hint="不用到窗口的，留空。"
          kind="paragraph"
          maxLength={500}
          value={fields.onSite ?? ''}
          onChange={(typed) => set({ onSite: typed === '' ? null : typed })}
        />
      </Card>
      <Card title="办理材料">
        <MaterialsField materials={fields.materials} onChange={(materials) => set({ materials })} />
      </Card>
    </>
  );
}
