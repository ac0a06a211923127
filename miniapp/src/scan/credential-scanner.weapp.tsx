/** CredentialScanner in WeChat: its own scanner, which also reads photos. Described in credential-scanner.h5.tsx. */
import { useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import './credential-scanner.scss';

export interface CredentialScannerProps {
  onScanned: (qr: string) => void;
}

export function CredentialScanner({ onScanned }: CredentialScannerProps) {
  const [problem, setProblem] = useState(false);

  async function scan() {
    try {
      const { result } = await Taro.scanCode({ scanType: ['qrCode'], onlyFromCamera: false });
      setProblem(false);
      onScanned(result);
    } catch (failure) {
      setProblem(!isCancelled(failure));
    }
  }

  return (
    <View className="scanner">
      {problem && (
        <Notice
          tone="error"
          title="没有扫出二维码"
          detail="请让二维码占满取景框、避开反光，再扫一次；也可以在扫码页右下角从相册选截图。"
        />
      )}
      <Button icon="scan" onPress={scan}>
        打开扫一扫
      </Button>
    </View>
  );
}

function isCancelled(failure: unknown): boolean {
  return (
    typeof failure === 'object' &&
    failure !== null &&
    'errMsg' in failure &&
    typeof failure.errMsg === 'string' &&
    failure.errMsg.includes('cancel')
  );
}
