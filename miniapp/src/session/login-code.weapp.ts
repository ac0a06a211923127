import Taro from '@tarojs/taro';

/** The code of wx.login; works once, within five minutes. */
export async function loginBody(): Promise<object> {
  const { code } = await Taro.login();
  return { wechatCode: code };
}
