/**
 * Confirm: asks once before a deed that can't be undone.
 *   <Confirm open={asking} title="删掉这张照片？" confirm="删掉" danger onConfirm={remove} onCancel={close}>删后要重新拍。</Confirm>
 */
import type { PropsWithChildren } from 'react';
import { Button } from './button';
import { Paragraph } from './paragraph';
import { Sheet } from './sheet';

interface ConfirmProps {
  open: boolean;
  title: string;
  confirm: string;
  cancel?: string;
  danger?: boolean;
  onConfirm: () => void | Promise<unknown>;
  onCancel: () => void;
}

export function Confirm(props: PropsWithChildren<ConfirmProps>) {
  const { open, title, confirm, cancel = '先不', danger, onConfirm, onCancel, children } = props;
  return (
    <Sheet open={open} title={title} onClose={onCancel}>
      {children && <Paragraph>{children}</Paragraph>}
      <Button kind={danger ? 'danger' : 'primary'} onPress={onConfirm}>
        {confirm}
      </Button>
      <Button kind="secondary" onPress={onCancel}>
        {cancel}
      </Button>
    </Sheet>
  );
}
