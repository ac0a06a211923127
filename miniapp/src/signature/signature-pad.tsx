/**
 * SignaturePad: a name written with the finger.
 *   <SignaturePad signer="张桂英" onSigned={keep} cannotSign={<Row title="我签不了字" onPress={other} />} />
 *   onSigned    bytes of a PNG on white; a promise keeps the button busy
 *   cannotSign  what someone does who can't write: always offer a way
 */
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../ui/button';
import { SignatureCanvas } from './signature-canvas';
import type { SignatureSurface } from './signature-surface';
import './signature-pad.scss';

interface SignaturePadProps {
  signer: string;
  onSigned: (png: ArrayBuffer) => void | Promise<unknown>;
  cannotSign?: ReactNode;
}

/** Shorter is a slip of the finger, not a name. */
const SHORTEST_NAME = 60;

export function SignaturePad({ signer, onSigned, cannotSign }: SignaturePadProps) {
  const surface = useRef<SignatureSurface | null>(null);
  const [state, setState] = useState<'blank' | 'written' | 'too-short'>('blank');

  function clear() {
    surface.current?.clear();
    setState('blank');
  }

  async function finish() {
    const pad = surface.current;
    if (!pad || pad.inkLength() < SHORTEST_NAME) setState('too-short');
    else await onSigned(await pad.png());
  }

  return (
    <View className="signature">
      <View className="signature-paper">
        {state === 'blank' && (
          <View className="signature-hint" ariaHidden>
            请在这里写：{signer}
          </View>
        )}
        <SignatureCanvas
          label={state === 'written' ? `${signer} 的签名，已写` : `签名处，请用手指写下 ${signer}`}
          onSurface={(next) => {
            surface.current = next;
          }}
          onStrokeEnd={() => setState('written')}
        />
        <View className="signature-line" ariaHidden />
      </View>
      {state === 'too-short' && (
        <View className="signature-problem" ariaRole="alert">
          还没有签名。请用手指在框里写下您的名字。
        </View>
      )}
      <Button onPress={finish}>签好了</Button>
      <Button kind="secondary" onPress={clear}>
        擦掉重写
      </Button>
      {cannotSign}
    </View>
  );
}
