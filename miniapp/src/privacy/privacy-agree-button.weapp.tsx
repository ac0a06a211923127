/** PrivacyAgreeButton in WeChat (`open-type="agreePrivacyAuthorization"`). Described in privacy-agree-button.h5.tsx. */
import type { PropsWithChildren } from 'react';
import { Button } from '@tarojs/components';
import '../ui/button.scss';
import './privacy-agree-button.scss';

export interface PrivacyAgreeButtonProps {
  onAgree: () => void;
}

export function PrivacyAgreeButton({ onAgree, children }: PropsWithChildren<PrivacyAgreeButtonProps>) {
  return (
    <Button
      id="privacy-agree"
      className="button button-primary privacy-agree"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Button>
  );
}
