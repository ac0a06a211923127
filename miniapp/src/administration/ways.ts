/** Ways to the screens of the administration and of one's own account. */
import Taro from '@tarojs/taro';

const open = (page: string) => (): void => {
  void Taro.navigateTo({ url: `/packages/agency/${page}/index` });
};

export const openRules = open('rules');
export const openHolidays = open('holidays');
export const openOfficers = open('officers');
export const openOwnAccount = open('account');
export const openOpening = open('opening');
