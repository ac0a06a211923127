/** The browser's own way back leaves the form, as WeChat's does; nothing is lost by it, and it opens again at the same page. */
export { useNativeBack } from './native-back.weapp';
