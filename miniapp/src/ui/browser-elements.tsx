/**
 * What `@tarojs/components` means in the browser build: plain HTML elements that take Taro's props. Only the props this
 * app uses are known. Anything with an interactive role answers to Enter and Space, and radios to the arrow keys.
 */
import { forwardRef } from 'react';
import type * as React from 'react';
import './browser-elements.scss';

/** Taro's babel plugin renames five of these to the browser's own names, but only where they are written as attributes. */
interface AriaProps {
  role?: string;
  'aria-label'?: string;
  'aria-hidden'?: boolean;
  'aria-checked'?: boolean;
  'aria-selected'?: boolean;
  ariaRole?: string;
  ariaLabel?: string;
  ariaHidden?: boolean;
  ariaChecked?: boolean;
  ariaSelected?: boolean;
  ariaDisabled?: boolean;
  ariaExpanded?: boolean;
  ariaLive?: 'polite' | 'assertive' | 'off';
  ariaLevel?: number;
  ariaModal?: boolean;
  ariaCurrent?: 'page' | 'step' | 'true';
  ariaInvalid?: boolean;
  ariaDescribedby?: string;
  ariaLabelledby?: string;
}

interface ElementProps extends AriaProps {
  id?: string;
  className?: string;
  style?: React.CSSProperties;
  tabIndex?: number;
  onClick?: (event: React.MouseEvent<HTMLElement>) => void;
}

const KEYBOARD_ROLES = new Set(['button', 'link', 'radio', 'checkbox', 'switch', 'tab', 'option']);

function ariaOf(props: AriaProps) {
  return {
    role: roleOf(props),
    'aria-label': props['aria-label'] ?? props.ariaLabel,
    'aria-hidden': props['aria-hidden'] ?? props.ariaHidden,
    'aria-checked': props['aria-checked'] ?? props.ariaChecked,
    'aria-selected': props['aria-selected'] ?? props.ariaSelected,
    'aria-disabled': props.ariaDisabled,
    'aria-expanded': props.ariaExpanded,
    'aria-live': props.ariaLive,
    'aria-level': props.ariaLevel,
    'aria-modal': props.ariaModal,
    'aria-current': props.ariaCurrent,
    'aria-invalid': props.ariaInvalid,
    'aria-describedby': props.ariaDescribedby,
    'aria-labelledby': props.ariaLabelledby,
  };
}

function roleOf({ role, ariaRole }: AriaProps) {
  return role ?? ariaRole;
}

/** The tab stop and the keys of something that is tapped. */
function keyboardOf(props: ElementProps) {
  const { onClick, tabIndex } = props;
  const role = roleOf(props);
  const operable = role !== undefined && KEYBOARD_ROLES.has(role) && onClick !== undefined;
  return operable ? { tabIndex: tabIndex ?? 0, onKeyDown: pressWithKeys } : { tabIndex };
}

function pressWithKeys(event: React.KeyboardEvent<HTMLElement>) {
  // With Ctrl it is a key of the page, not of the button that has the focus.
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
  const role = event.currentTarget.getAttribute('role');
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    event.currentTarget.click();
  } else if (role === 'radio' && event.key.startsWith('Arrow')) {
    event.preventDefault();
    moveInRadioGroup(event.currentTarget, event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : -1);
  }
}

function moveInRadioGroup(radio: HTMLElement, step: 1 | -1) {
  const group = radio.closest('[role="radiogroup"]');
  if (!group) return;
  const radios = Array.from(group.querySelectorAll<HTMLElement>('[role="radio"]'));
  const next = radios[(radios.indexOf(radio) + step + radios.length) % radios.length];
  next?.focus();
  next?.click();
}

export const View = forwardRef<HTMLDivElement, React.PropsWithChildren<ElementProps>>(function View(props, ref) {
  const { id, className, style, onClick, children } = props;
  return (
    <div
      ref={ref}
      id={id}
      className={className}
      style={style}
      onClick={onClick}
      {...ariaOf(props)}
      {...keyboardOf(props)}
    >
      {children}
    </div>
  );
});

export const Text = forwardRef<HTMLSpanElement, React.PropsWithChildren<ElementProps>>(function Text(props, ref) {
  const { id, className, style, onClick, children } = props;
  return (
    <span
      ref={ref}
      id={id}
      className={className}
      style={style}
      onClick={onClick}
      {...ariaOf(props)}
      {...keyboardOf(props)}
    >
      {children}
    </span>
  );
});

export function Button({ id, className, style, onClick, children, ...aria }: React.PropsWithChildren<ElementProps>) {
  return (
    <button type="button" id={id} className={className} style={style} onClick={onClick} {...ariaOf(aria)}>
      {children}
    </button>
  );
}

export function Image({ src, className, style, onLoad, onError, ...aria }: ElementProps & ImageProps) {
  return (
    <img
      src={src}
      className={className}
      style={style}
      alt={aria['aria-label'] ?? aria.ariaLabel ?? ''}
      aria-hidden={aria['aria-hidden'] ?? aria.ariaHidden}
      onLoad={onLoad}
      onError={onError}
    />
  );
}

interface ImageProps {
  src: string;
  mode?: string;
  lazyLoad?: boolean;
  onLoad?: () => void;
  onError?: () => void;
}

interface DetailEvent {
  detail: { value: string };
}

interface TextEntryProps extends ElementProps {
  value?: string;
  placeholder?: string;
  maxlength?: number;
  disabled?: boolean;
  focus?: boolean;
  name?: string;
  onInput?: (event: DetailEvent) => void;
  onBlur?: (event: DetailEvent) => void;
  onFocus?: (event: DetailEvent) => void;
}

interface InputProps extends TextEntryProps {
  type?: 'text' | 'number' | 'digit' | 'idcard' | 'tel' | 'date';
  password?: boolean;
  autoComplete?: string;
  confirmType?: string;
  onConfirm?: (event: DetailEvent) => void;
}

const INPUT_MODES = {
  text: 'text',
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
  date: 'none',
} as const;

type TextElement = HTMLInputElement | HTMLTextAreaElement;
type TextElementEvent = React.FormEvent<TextElement> | React.ChangeEvent<TextElement> | React.FocusEvent<TextElement>;

/** Taro's handlers read `event.detail.value`. */
function withDetail(handler: ((event: DetailEvent) => void) | undefined) {
  return handler && ((event: TextElementEvent) => handler({ detail: { value: event.currentTarget.value } }));
}

/** `maxlength` is -1 in Taro for "no limit". */
function lengthLimit(maxlength: number | undefined) {
  return maxlength === undefined || maxlength < 0 ? undefined : maxlength;
}

export function Input(props: InputProps) {
  const { type = 'text', password, value, placeholder, maxlength, disabled, autoComplete = 'off', name } = props;
  return (
    <input
      id={props.id}
      className={`el-input ${props.className ?? ''}`}
      style={props.style}
      name={name}
      type={password ? 'password' : type === 'date' || type === 'tel' ? type : 'text'}
      inputMode={INPUT_MODES[type]}
      value={value ?? ''}
      placeholder={placeholder}
      maxLength={lengthLimit(maxlength)}
      disabled={disabled}
      autoComplete={autoComplete}
      onChange={withDetail(props.onInput)}
      onBlur={withDetail(props.onBlur)}
      onFocus={withDetail(props.onFocus)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onConfirm?.({ detail: { value: event.currentTarget.value } });
      }}
      {...ariaOf(props)}
    />
  );
}

export function Textarea(props: TextEntryProps & { autoHeight?: boolean }) {
  const { value, placeholder, maxlength, disabled } = props;
  return (
    <textarea
      id={props.id}
      className={`el-textarea ${props.className ?? ''}`}
      style={props.style}
      rows={4}
      value={value ?? ''}
      placeholder={placeholder}
      maxLength={lengthLimit(maxlength)}
      disabled={disabled}
      onChange={withDetail(props.onInput)}
      onBlur={withDetail(props.onBlur)}
      onFocus={withDetail(props.onFocus)}
      {...ariaOf(props)}
    />
  );
}

export function ScrollView({ className, style, children, ...aria }: React.PropsWithChildren<ElementProps>) {
  return (
    <div className={className} style={{ overflowY: 'auto', ...style }} tabIndex={0} {...ariaOf(aria)}>
      {children}
    </div>
  );
}

/** The router asks for it; no page of ours is pulled down. */
export function PullDownRefresh({ children }: { children: React.ReactNode }) {
  return <>{children}</>;
}
