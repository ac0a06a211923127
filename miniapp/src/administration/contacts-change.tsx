/** ContactsChange: where citizens go and call, changed as of a day. */
import { useState } from 'react';
import type { RegionContacts } from '@yiban/shared-types/administration';
import { Change } from './change';
import { changedFields } from './changed-fields';
import { ContactsForm } from './contacts-form';
import { today } from './days';
import { keepUnsent, unsent } from './unsent';

interface ContactsChangeProps {
  region: string;
  contacts: RegionContacts;
  over: number;
  onPublished: () => void;
  onLeave: () => void;
}

const WHAT = 'contacts';

export function ContactsChange({ region, contacts, over, onPublished, onLeave }: ContactsChangeProps) {
  const [on, setOn] = useState(today);
  const [typed, setTyped] = useState<RegionContacts>(() => {
    const stored = unsent(region, WHAT);
    return typeof stored === 'object' && stored !== null ? { ...contacts, ...stored } : contacts;
  });
  const end = (then: () => void) => () => {
    keepUnsent(region, WHAT, null);
    then();
  };
  return (
    <Change
      over={over}
      effectiveOn={on}
      onEffectiveOn={setOn}
      changes={{ region: changedFields(contacts, typed) }}
      onPublished={end(onPublished)}
      onLeave={end(onLeave)}
    >
      <ContactsForm
        contacts={typed}
        onChange={(next) => {
          setTyped(next);
          keepUnsent(region, WHAT, changedFields(contacts, next));
        }}
      />
    </Change>
  );
}
