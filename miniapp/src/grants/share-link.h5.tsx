/**
 * ShareLink: hands the link for the principal on. In the browser: by the phone's own sharing, or copied. In WeChat
 * (share-link.weapp.tsx): to a contact.
 */
import { useState } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';

export function ShareLink({ link }: { link: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');

  async function copy() {
    try {
      await Taro.setClipboardData({ data: link });
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  }

  return (
    <>
      <Button kind="secondary" onPress={copy}>
        复制链接，发给家人
      </Button>
      {copied === 'yes' && <Notice tone="good" title="链接已复制" detail="到微信或短信里，长按粘贴，发给家人。" />}
      {copied === 'failed' && (
        <>
          <Notice tone="warn" title="没能复制" detail="请长按下面的链接自己复制，或者让家人扫码。" />
          <Paragraph small>{link}</Paragraph>
        </>
      )}
    </>
  );
}
