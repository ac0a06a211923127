/**
 * Taro's WeChat templates carry no accessibility attributes; these are added to the components we use.
 * Values are expressions of the template: an empty string means "bound to the prop of that name, no default".
 */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
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
