/**
 * What a voice would say of a part of the page, in reading order. Works on the browser's elements and on Taro's own in
 * WeChat, which have the same `childNodes`; icons (`ariaHidden`) are left out, a label stands for what it labels.
 */
export function readableText(node: unknown): string {
  const said: string[] = [];
  collect(node, said);
  return said.join('\n');
}

function collect(node: unknown, said: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (property(node, 'nodeType') === 3) return add(property(node, 'nodeValue'), said);
  if (isTrue(attribute(node, 'hidden'))) return;
  const label = attribute(node, 'label');
  if (typeof label === 'string' && label !== '') return add(label, said);
  const children = property(node, 'childNodes');
  if (typeof children !== 'object' || children === null) return;
  const count = Number(property(children, 'length'));
  for (let index = 0; index < count; index += 1) collect(Reflect.get(children, index), said);
}

function add(text: unknown, said: string[]): void {
  if (typeof text === 'string' && text.trim() !== '') said.push(text.trim());
}

/** Browser: attribute `aria-label`. Taro's element in WeChat: `props.ariaLabel`. */
function attribute(node: object, name: 'label' | 'hidden'): unknown {
  const getAttribute = property(node, 'getAttribute');
  const fromDom: unknown = typeof getAttribute === 'function' ? getAttribute.call(node, `aria-${name}`) : undefined;
  if (fromDom !== undefined && fromDom !== null && fromDom !== '') return fromDom;
  const props = property(node, 'props');
  return typeof props === 'object' && props !== null
    ? property(props, name === 'label' ? 'ariaLabel' : 'ariaHidden')
    : undefined;
}

function property(of: object, name: string): unknown {
  return Reflect.get(of, name);
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
