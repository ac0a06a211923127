/** The phone's voice, in the browser: `speechSynthesis`. Interface shared with speaker.weapp.ts. */

export function canSpeak(): boolean {
  return 'speechSynthesis' in window;
}

/** Speaks after stopping what was being said; `onEnd` comes once, however it ends. */
export function speak(text: string, onEnd: () => void): void {
  stopSpeaking();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'zh-CN';
  utterance.rate = 0.9;
  utterance.addEventListener('end', onEnd);
  utterance.addEventListener('error', onEnd);
  window.speechSynthesis.speak(utterance);
}

export function stopSpeaking(): void {
  if (canSpeak()) window.speechSynthesis.cancel();
}
