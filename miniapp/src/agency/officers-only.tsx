/** OfficersOnly: the login until somebody is in; what an officer had open waits behind it when a session ends. */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Desk } from './desk';
import { Login } from './login';
import { useOfficer, useOfficerAway } from './officer-session';

export function OfficersOnly({ children }: PropsWithChildren) {
  const officer = useOfficer();
  const away = useOfficerAway();
  const owner = officer ?? away;
  return (
    <>
      {officer === null && (
        <Desk title="医保易办 · 经办工作台">
          <Login again={away !== null} />
        </Desk>
      )}
      {owner !== null && (
        <View key={owner.id} style={officer === null ? { display: 'none' } : {}}>
          {children}
        </View>
      )}
    </>
  );
}
