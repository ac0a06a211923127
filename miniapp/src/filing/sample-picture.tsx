/** What a photo of this paper should show; pressed, it is shown large. */
import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import { apiBase } from '../api/api-base';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import './sample-picture.scss';

export function SamplePicture({ paper, name }: { paper: string; name: string }) {
  const [open, setOpen] = useState(false);
  // Without a network the words on the page must do.
  const [missing, setMissing] = useState(false);
  if (missing) return null;
  const src = `${apiBase}/papers/${paper}/sample`;
  return (
    <>
      <View
        className="sample-picture"
        hoverClass="is-pressed"
        ariaRole="button"
        ariaLabel={`放大看${name}的样张`}
        onClick={() => setOpen(true)}
      >
        <Image className="sample-image" src={src} mode="aspectFit" ariaHidden onError={() => setMissing(true)} />
        <View className="sample-words">照这样拍：四个角都在，框里的字看得清。点开放大。</View>
      </View>
      <Sheet open={open} title={`样张：${name}`} onClose={() => setOpen(false)}>
        <Image className="sample-large" src={src} mode="aspectFit" ariaLabel={`${name}的样张，框里是要看得清的地方`} />
        <Button onPress={() => setOpen(false)}>知道了</Button>
      </Sheet>
    </>
  );
}
