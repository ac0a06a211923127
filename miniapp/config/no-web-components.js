/**
 * Stands in for `@tarojs/components/dist/components` in the browser build. Taro's router and `previewImage` import
 * these registrations at the top although a custom tab bar never calls them; without this, Stencil comes along.
 */
function notUsed() {}

export {
  notUsed as defineCustomElementTaroTabbar,
  notUsed as defineCustomElementTaroSwiperCore,
  notUsed as defineCustomElementTaroSwiperItemCore,
  notUsed as defineCustomElementTaroPullToRefreshCore,
};
