/** What the one-time notice asks for, with the officer's reasons, each leading to its page. */
import type { SupplementNotice } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { materialPath, questionPath } from './agenda';

interface SupplementListProps {
  item: ItemPage;
  notice: SupplementNotice;
  onOpen: (path: string) => void;
}

export function SupplementList({ item, notice, onOpen }: SupplementListProps) {
  return (
    <Card flush title="要补的">
      {notice.items.map(({ material, question, reason }) => {
        const path = pathOf(item, material, question);
        return (
          <Row
            key={[material, question, reason].join('/')}
            icon="warn"
            title={nameOf(item, material, question)}
            detail={reason}
            {...(path === null ? {} : { onPress: () => onOpen(path) })}
          />
        );
      })}
    </Card>
  );
}

function pathOf(item: ItemPage, material: string | null, question: string | null): string | null {
  if (material !== null) return materialPath(material, item);
  return question === null ? null : questionPath(question);
}

function nameOf(item: ItemPage, material: string | null, question: string | null): string {
  const wanted = item.materials.find(({ id }) => id === material)?.name;
  return wanted ?? item.form?.questions.find(({ id }) => id === question)?.term ?? '其他';
}
