/** ItemRating: on an item's page, how people rate it, and the way to all the others. Nothing until it is known. */
import { useKept } from '../kept/kept';
import { openRatings } from '../navigation/open-page';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { ratedInWords } from './rated-in-words';
import { ratingsOf } from './region-ratings';

export function ItemRating({ region, item }: { region: string; item: string }) {
  const { value } = useKept(ratingsOf(region));
  const figures = value?.items.find((one) => one.item === item);
  if (figures === undefined) return null;
  return (
    <Card flush>
      <Row title="大家怎么评价" detail={`近一年：${ratedInWords(figures)}`} onPress={() => openRatings(region)} />
    </Card>
  );
}
