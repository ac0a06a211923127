/// <reference types="@tarojs/taro" />

/** Where the BFF is: '' in the browser (own origin), the build's YIBAN_API_BASE in WeChat. */
declare const API_ORIGIN: string;
/** Whether this build declares WeChat's speech plugin (WechatSI). */
declare const WECHAT_SPEECH_PLUGIN: boolean;

declare module '*.scss';
declare module '*.png' {
  const url: string;
  export default url;
}
