/** AuthenticatorCard: the QR code that an authenticator app scans, and its secret for typing. */
import { Image, View } from '@tarojs/components';
import type { AuthenticatorSecret } from '@yiban/shared-types/administration';
import { Paragraph } from '../ui/paragraph';

export function AuthenticatorCard({ authenticator }: { authenticator: AuthenticatorSecret }) {
  const { secret, picture } = authenticator;
  return (
    <View>
      <Paragraph>用手机上的身份验证器扫这个码；扫不了就手工输入下面的密钥。</Paragraph>
      <Image className="rules-qr" src={picture} ariaLabel="身份验证器的二维码" />
      <Paragraph>密钥：{secret.replace(/(.{4})/g, '$1 ').trim()}</Paragraph>
    </View>
  );
}
