import { Flag, Text } from '../http/fields.js';

export class OpenSession {
  @Text({ optional: true, max: 128, description: 'Code of wx.login.' })
  wechatCode?: string;

  @Flag({ optional: true, description: 'A session in a browser.' })
  browser?: boolean;
}
