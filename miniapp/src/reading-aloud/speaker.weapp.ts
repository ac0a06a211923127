/**
 * The phone's voice, in WeChat: Tencent's WechatSI plugin. An appid must have been granted the plugin, or the project
 * does not open at all; so only a build with YIBAN_WECHAT_SI=1 declares it, and in any other `canSpeak()` is false.
 */
import Taro from '@tarojs/taro';
import { sentenceGroups } from './sentence-groups';

interface SpeechPlugin {
  textToSpeech(options: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (result: { filename: string }) => void;
    fail: () => void;
  }): void;
}

declare function requirePlugin(name: 'WechatSI'): SpeechPlugin;

/** The plugin refuses more than 1,000 bytes at once. */
const LONGEST_PIECE = 300;

let player: Taro.InnerAudioContext | undefined;
let turn = 0;

export function canSpeak(): boolean {
  return WECHAT_SPEECH_PLUGIN;
}

/** Speaks after stopping what was being said; `onEnd` comes once, however it ends. */
export function speak(text: string, onEnd: () => void): void {
  stopSpeaking();
  if (!WECHAT_SPEECH_PLUGIN) return onEnd();
  speakPieces(sentenceGroups(text, LONGEST_PIECE), turn, onEnd);
}

export function stopSpeaking(): void {
  turn += 1;
  player?.stop();
  player?.destroy();
  player = undefined;
}

function speakPieces([piece, ...rest]: readonly string[], myTurn: number, onEnd: () => void): void {
  if (piece === undefined || myTurn !== turn) return onEnd();
  requirePlugin('WechatSI').textToSpeech({
    lang: 'zh_CN',
    tts: true,
    content: piece,
    success: ({ filename }) => {
      if (myTurn !== turn) return onEnd();
      player?.destroy();
      player = Taro.createInnerAudioContext();
      player.src = filename;
      player.onEnded(() => speakPieces(rest, myTurn, onEnd));
      player.onError(onEnd);
      player.play();
    },
    fail: onEnd,
  });
}
