/**
 * PrivacyAgreeButton: the button that agrees to the privacy notice. WeChat accepts an agreement only from its own
 * button type (privacy-agree-button.weapp.tsx); the browser has no such rule.
 *   <PrivacyAgreeButton onAgree={remember}>同意并继续</PrivacyAgreeButton>
 */
import type { PropsWithChildren } from 'react';
import { Button } from '../ui/button';

export interface PrivacyAgreeButtonProps {
  onAgree: () => void;
}

export function PrivacyAgreeButton({ onAgree, children }: PropsWithChildren<PrivacyAgreeButtonProps>) {
  return <Button onPress={onAgree}>{children}</Button>;
}
