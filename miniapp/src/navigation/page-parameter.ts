import { useRouter } from '@tarojs/taro';

/** A parameter of the page's address; '' where there is none. WeChat hands them over as they were encoded. */
export function usePageParameter(name: string): string {
  const value = useRouter().params[name] ?? '';
  return decoded(value);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
