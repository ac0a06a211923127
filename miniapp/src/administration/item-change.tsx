/** ItemChange: one item of the region, changed as of a day. */
import { useCallback, useState } from 'react';
import type { EditableItem, EditedItem } from '@yiban/shared-types/administration';
import { Notice } from '../ui/notice';
import { editedItem } from './administration-api';
import { Change } from './change';
import { changedFields } from './changed-fields';
import { tomorrow } from './days';
import { ItemForm } from './item-form';
import { Loading } from './loading';
import { keepUnsent, unsent } from './unsent';
import { useLoaded } from './use-loaded';

interface ItemChangeProps {
  region: string;
  id: string;
  over: number;
  onPublished: () => void;
  onLeave: () => void;
}

export function ItemChange({ region, id, over, onPublished, onLeave }: ItemChangeProps) {
  const [on, setOn] = useState(tomorrow);
  const { state, reload } = useLoaded(useCallback(() => editedItem(id, on), [id, on]));
  const [typed, setTyped] = useState<Partial<EditableItem>>(() => before(unsent(region, id)));
  const [again] = useState(Object.keys(typed).length > 0);
  if (state.kind !== 'ready') return <Loading state={state} what="事项" onRetry={reload} />;
  const item: EditedItem = state.value;
  const fields = { ...item.fields, ...typed };

  return (
    <Change
      over={over}
      effectiveOn={on}
      onEffectiveOn={setOn}
      changes={{ items: { [id]: changedFields(item.fields, fields) } }}
      onPublished={() => {
        keepUnsent(region, id, null);
        onPublished();
      }}
      onLeave={() => {
        keepUnsent(region, id, null);
        onLeave();
      }}
    >
      {again && <Notice tone="info" title="接着上次没发布的改" detail="点「返回，不改」就不要了。" />}
      <ItemForm
        item={item}
        fields={fields}
        onChange={(next) => {
          const changed = changedFields(item.fields, next);
          setTyped(changed);
          keepUnsent(region, id, changed);
        }}
      />
    </Change>
  );
}

function before(stored: unknown): Partial<EditableItem> {
  return typeof stored === 'object' && stored !== null ? stored : {};
}
