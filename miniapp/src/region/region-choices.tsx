/** The regions to choose from. */
import type { Region } from '@yiban/shared-types/catalogue';
import { useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { chooseRegion, regionList } from './regions';

interface RegionChoicesProps {
  title?: string;
  onChosen?: () => void;
}

export function RegionChoices({ title, onChosen }: RegionChoicesProps) {
  const { value, problem } = useKept(regionList);

  function choose({ code }: Region) {
    chooseRegion(code);
    onChosen?.();
  }

  if (value === null) {
    return problem === null ? (
      <Skeleton rows={3} what="地区列表" />
    ) : (
      <LoadProblem problem={problem} onRetry={regionList.refresh} />
    );
  }
  return (
    <Card flush title={title}>
      {value.map((region) => (
        <Row key={region.code} title={region.name} onPress={() => choose(region)} />
      ))}
    </Card>
  );
}
