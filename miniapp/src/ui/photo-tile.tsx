/**
 * PhotoTile: one photographed paper and how far it has got.
 *   <PhotoTile name="第 1 张" src={path} state="sending" sent={0.4} onRemove={ask} />
 *   <PhotoTile name="第 2 张" src={path} state="failed" problem="照片太暗，请在亮处重拍" onRetry={again} onRemove={ask} />
 *   src    local path or blob URL; without it a placeholder stands
 *   state  asked (kept back until the person decides) | waiting | sending | received | failed;  sent  0…1 while sending
 *   Lay several in <PhotoGrid>, with <AddPhoto label="再拍一张" onPress={add} /> at the end.
 */
import type { PropsWithChildren } from 'react';
import { Image, View } from '@tarojs/components';
import { Button } from './button';
import { Icon } from './icon';
import './photo-tile.scss';

interface PhotoTileProps {
  name: string;
  src?: string;
  state: 'asked' | 'waiting' | 'sending' | 'received' | 'failed';
  sent?: number;
  problem?: string;
  onOpen?: () => void;
  onRemove?: () => void;
  onRetry?: () => void;
}

export function PhotoGrid({ children }: PropsWithChildren) {
  return <View className="photo-grid">{children}</View>;
}

export function PhotoTile(props: PhotoTileProps) {
  const { name, src, state, sent = 0, problem, onOpen, onRemove, onRetry } = props;
  const picture = src ? (
    <Image className="photo-image" src={src} mode="aspectFill" ariaLabel={onOpen ? undefined : `${name}的照片`} />
  ) : (
    <Icon name="album" />
  );
  return (
    <View className={`photo is-${state}`}>
      {onOpen ? (
        <View className="photo-picture" ariaRole="button" ariaLabel={`放大看${name}`} onClick={onOpen}>
          {picture}
        </View>
      ) : (
        <View className="photo-picture">{picture}</View>
      )}
      <View className="photo-name">{name}</View>
      <View className="photo-state" ariaRole="status">
        {state === 'received' && <Icon name="check" />}
        {(state === 'failed' || state === 'asked') && <Icon name="warn" />}
        <View className="photo-state-words">{stateWords(state, sent, problem)}</View>
      </View>
      {onRetry && state === 'failed' && (
        <Button kind="secondary" label={`重试${name}`} onPress={onRetry}>
          重试
        </Button>
      )}
      {onRemove && (
        <Button kind="quiet" label={`删除${name}`} onPress={onRemove}>
          删除
        </Button>
      )}
    </View>
  );
}

export function AddPhoto({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <View className="photo-add" hoverClass="is-pressed" ariaRole="button" ariaLabel={label} onClick={onPress}>
      <Icon name="camera" />
      <View>{label}</View>
    </View>
  );
}

function stateWords(state: PhotoTileProps['state'], sent: number, problem: string | undefined): string {
  switch (state) {
    case 'asked':
      return '等您决定';
    case 'waiting':
      return '等待发送';
    case 'sending':
      return `正在发送 ${Math.round(sent * 100)}%`;
    case 'received':
      return '已收到';
    case 'failed':
      return problem ?? '没有发出去，请重试';
  }
}
