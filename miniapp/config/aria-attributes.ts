/**
 * Taro's WeChat templates carry no accessibility attributes; these are added to the components we use.
 * Values are defaults in the template's own notation; an empty string is none.
 */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '!1',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '!1',
  'aria-expanded': '',
};

export const ariaAttributes = {
  View: aria,
  Text: aria,
  Button: aria,
  Input: aria,
  Textarea: aria,
  Image: aria,
  Picker: aria,
  Canvas: aria,
};
