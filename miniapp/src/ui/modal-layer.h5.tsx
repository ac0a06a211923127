/** What lies over the page, in the browser: a <dialog>, which holds the focus and closes with Escape. */
import { useEffect, useRef } from 'react';
import type { PropsWithChildren } from 'react';

export interface ModalLayerProps {
  label: string;
  onClose?: () => void;
}

export function ModalLayer({ label, onClose, children }: PropsWithChildren<ModalLayerProps>) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const layer = dialog.current;
    const opener = document.activeElement;
    // Safari before 15.4 has no modal dialogs; there the layer is shown without holding the focus.
    if (layer && 'showModal' in layer) layer.showModal();
    else dialog.current?.setAttribute('open', '');
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      {children}
    </dialog>
  );
}
