import '@tarojs/components/types/common';

// The accessibility props that browser-elements.tsx and config/aria-attributes.ts carry through; Taro has the first two on
// some components only. WeChat knows no level, live region or current page and ignores those.
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string;
    ariaLabel?: string;
    ariaHidden?: boolean;
    ariaChecked?: boolean;
    ariaSelected?: boolean;
    ariaDisabled?: boolean;
    ariaExpanded?: boolean;
    ariaLevel?: number;
    ariaLive?: 'polite' | 'assertive' | 'off';
    ariaModal?: boolean;
    ariaCurrent?: 'page' | 'step' | 'true';
    ariaInvalid?: boolean;
    ariaDescribedby?: string;
    ariaLabelledby?: string;
    tabIndex?: number;
  }
}
