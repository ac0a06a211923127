import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';

export interface StageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of the element with that id, measured once it is drawn. */
export function useStageSize(id: string): StageSize | null {
  const [size, setSize] = useState<StageSize | null>(null);
  useEffect(() => {
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect((found) => {
          const [box] = Array.isArray(found) ? found : [found];
          if (box?.width && box.height) setSize({ width: box.width, height: box.height });
        })
        .exec();
    });
  }, [id]);
  return size;
}
