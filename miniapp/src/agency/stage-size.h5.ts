import { useEffect, useState } from 'react';

export interface StageSize {
  readonly width: number;
  readonly height: number;
}

/** The inner size of the element with that id, while it is there. */
export function useStageSize(id: string): StageSize | null {
  const [size, setSize] = useState<StageSize | null>(null);
  useEffect(() => {
    const stage = document.getElementById(id);
    if (stage === null) return undefined;
    const measure = () => setSize({ width: stage.clientWidth, height: stage.clientHeight });
    measure();
    const observer = 'ResizeObserver' in window ? new ResizeObserver(measure) : null;
    observer?.observe(stage);
    return () => observer?.disconnect();
  }, [id]);
  return size;
}
