/** ContactsForm: where citizens go and call. */
import { View } from '@tarojs/components';
import type { RegionContacts } from '@yiban/shared-types/administration';
import type { Office } from '@yiban/shared-types/catalogue';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Heading } from '../ui/heading';
import { TextField } from '../ui/text-field';

interface ContactsFormProps {
  contacts: RegionContacts;
  onChange: (contacts: RegionContacts) => void;
}

const own = [
  ['agency', '经办机构'],
  ['address', '地址'],
  ['hours', '办事时间'],
  ['phone', '咨询电话'],
  ['complaintPhone', '投诉电话'],
  ['delivery', '结果怎么送达'],
] as const;

const ofOffice = [
  ['name', '名称'],
  ['address', '地址'],
  ['hours', '办事时间'],
  ['phone', '电话'],
] as const;

export function ContactsForm({ contacts, onChange }: ContactsFormProps) {
  const { offices } = contacts;
  const put = (next: readonly Office[]) => onChange({ ...contacts, offices: next });
  return (
    <>
      <Card title="机构">
        {own.map(([field, label]) => (
          <TextField
            key={field}
            label={label}
            value={contacts[field]}
            onChange={(typed) => onChange({ ...contacts, [field]: typed })}
          />
        ))}
      </Card>
      <Card title="窗口">
        {offices.map((office, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a window has no other name than the one being typed
          <View key={i} className="rules-material">
            <Heading level={3}>第 {i + 1} 个窗口</Heading>
            {ofOffice.map(([field, label]) => (
              <TextField
                key={field}
                label={`第 ${i + 1} 个窗口的${label}`}
                value={office[field]}
                onChange={(typed) => put(offices.map((old, j) => (j === i ? { ...old, [field]: typed } : old)))}
              />
            ))}
            <Button kind="quiet" onPress={() => put(offices.filter((_, j) => j !== i))}>
              去掉第 {i + 1} 个窗口
            </Button>
          </View>
        ))}
        <Button
          kind="secondary"
          onPress={() => put([...offices, { name: '', address: '', hours: contacts.hours, phone: contacts.phone }])}
        >
          加一个窗口
        </Button>
      </Card>
    </>
  );
}
