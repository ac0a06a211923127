/**
 * RegionSheet: which region to look around in, for someone whose credential was not scanned yet.
 *   <RegionSheet open={choosing} onClose={close} />
 */
import { Paragraph } from '../ui/paragraph';
import { Sheet } from '../ui/sheet';
import { RegionChoices } from './region-choices';

interface RegionSheetProps {
  open: boolean;
  onClose: () => void;
}

export function RegionSheet({ open, onClose }: RegionSheetProps) {
  return (
    <Sheet open={open} title="您在哪里参保？" onClose={onClose}>
      <Paragraph soft>各地的材料和时限不一样。不确定的话，扫医保电子凭证会自动认出来。</Paragraph>
      <RegionChoices onChosen={onClose} />
    </Sheet>
  );
}
