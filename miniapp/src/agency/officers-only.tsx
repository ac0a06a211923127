/** OfficersOnly: the login until somebody is in; what an officer had open waits behind it when a session ends. */
import { useRef } from 'react';
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Desk } from './desk';
import { Login } from './login';
import { hasLapsed, useOfficer } from './officer-session';

export function OfficersOnly({ children }: PropsWithChildren) {
  const officer = useOfficer();
  const last = useRef<string | null>(null);
  if (officer !== null) last.current = officer.id;
  else if (!hasLapsed()) last.current = null;
  return (
    <>
      {officer === null && (
        <Desk title="医保易办 · 经办工作台">
          <Login again={last.current !== null} />
        </Desk>
      )}
      {last.current !== null && (
        <View key={last.current} style={officer === null ? { display: 'none' } : {}}>
          {children}
        </View>
      )}
    </>
  );
}
