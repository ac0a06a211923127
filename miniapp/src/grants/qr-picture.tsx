/** QrPicture: a text as a QR code that another phone scans from this screen. */
import { useMemo } from 'react';
import { Image, View } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import './qr-picture.scss';

/** Points a module; the picture is shown larger than that, but not so much that its edges blur. */
const MODULE = 4;
/** ISO/IEC 18004 asks for four modules of quiet around it. */
const QUIET = 4 * MODULE;

export function QrPicture({ text, label }: { text: string; label: string }) {
  const picture = useMemo(() => gifOf(text), [text]);
  return (
    <View className="qr">
      <Image className="qr-image" src={picture} mode="aspectFit" ariaLabel={label} />
    </View>
  );
}

/** A GIF as a data address: about 2 KB, made without a canvas. */
function gifOf(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(MODULE, QUIET);
}
