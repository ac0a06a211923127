/**
 * RegionSheet: which region to look around in, for someone whose credential was not scanned yet.
 *   <RegionSheet open={choosing} onClose={close} />
 */
import type { Region } from '@yiban/shared-types/catalogue';
import { useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { Sheet } from '../ui/sheet';
import { Skeleton } from '../ui/skeleton';
import { chooseRegion, regionList } from './regions';

interface RegionSheetProps {
  open: boolean;
  onClose: () => void;
}

export function RegionSheet({ open, onClose }: RegionSheetProps) {
  const { value, problem } = useKept(regionList);

  function choose(region: Region) {
    chooseRegion(region.code);
    onClose();
  }

  return (
    <Sheet open={open} title="您在哪里参保？" onClose={onClose}>
      <Paragraph soft>各地的材料和时限不一样。不确定的话，扫医保电子凭证会自动认出来。</Paragraph>
      {value === null && problem === null && <Skeleton rows={3} what="地区列表" />}
      {value === null && <LoadProblem problem={problem} onRetry={regionList.refresh} />}
      <Card flush>
        {value?.map((region) => (
          <Row key={region.code} title={region.name} detail={region.agency} onPress={() => choose(region)} />
        ))}
      </Card>
    </Sheet>
  );
}
