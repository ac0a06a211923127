const subPackages = [
  { root: 'packages/filing', pages: ['index/index'] },
  {
    root: 'packages/query',
    pages: [
      'index/index',
      'messages/index',
      'accounts/index',
      'payments/index',
      'entitlements/index',
      'unit/index',
      'allowance/index',
      'notices/index',
      'ratings/index',
      'mydata/index',
    ],
  },
  { root: 'packages/proxy', pages: ['index/index', 'ask/index', 'grant/index', 'sign/index'] },
  { root: 'packages/units', pages: ['index/index', 'add/index', 'unit/index'] },
  { root: 'packages/talk', pages: ['index/index'] },
  { root: 'packages/verify', pages: ['index/index'] },
  {
    root: 'packages/agency',
    pages: [
      'index/index',
      'case/index',
      'grant/index',
      'payments/index',
      'batch/index',
      'rules/index',
      'holidays/index',
      'officers/index',
      'account/index',
      'opening/index',
      'proxies/index',
      'rectifications/index',
      'figures/index',
      'handover/index',
      'audit/index',
      'deletions/index',
    ],
  },
];

const gallery = { root: 'packages/gallery', pages: ['index/index'] };

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/credential/index',
    'pages/items/index',
    'pages/item/index',
    'pages/cases/index',
    'pages/case/index',
    'pages/me/index',
  ],
  subPackages: process.env.YIBAN_GALLERY === '1' ? [...subPackages, gallery] : subPackages,
  window: {
    navigationBarTitleText: '医保易办',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f5f8',
    backgroundTextStyle: 'dark',
  },
  // Our own bar (src/ui/tab-bar.tsx) stands in every tab page: WeChat's native one can't grow in elder mode.
  tabBar: {
    custom: true,
    color: '#3d4856',
    selectedColor: '#0b4a8f',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/cases/index', text: '我的办件' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // Camera and album are asked for at the point of use; WeChat takes their reasons from the privacy guide filed with
  // the account, not from this file (`permission` only knows locations).
  // No page slides in the browser: motion is neither needed nor wanted by people who get dizzy from it.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  ...(process.env.YIBAN_WECHAT_SI === '1'
    ? { plugins: { WechatSI: { version: '0.3.5', provider: 'wx069ba97219f66d99' } } }
    : {}),
});
