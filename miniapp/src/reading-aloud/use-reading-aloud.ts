/** Reading aloud as a toggle: `toggle(text)` starts, a second tap or leaving the page stops. */
import { useCallback, useEffect, useState } from 'react';
import { canSpeak, speak, stopSpeaking } from './speaker';

export function useReadingAloud(): { available: boolean; speaking: boolean; toggle: (text: string) => void } {
  const [speaking, setSpeaking] = useState(false);

  useEffect(() => stopSpeaking, []);

  const toggle = useCallback(
    (text: string) => {
      if (speaking) {
        stopSpeaking();
        setSpeaking(false);
      } else {
        setSpeaking(true);
        speak(text, () => setSpeaking(false));
      }
    },
    [speaking],
  );

  return { available: canSpeak(), speaking, toggle };
}
