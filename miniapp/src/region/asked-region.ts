/** The region that a page open to everyone is about: the one in its address, else the person's; null where none is known. */
import { usePageParameter } from '../navigation/page-parameter';
import { useRegionCode } from './regions';

export function useAskedRegion(): string | null {
  const asked = usePageParameter('region');
  const known = useRegionCode();
  return asked === '' ? known : asked;
}
