/** What was filed: the answers, and the photos small. */
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { CaseMaterialView, CaseView } from '@yiban/shared-types/cases';
import type { ItemPage, Question } from '@yiban/shared-types/catalogue';
import { apiHost } from '../api/api-base';
import { shownAnswer } from '../filing/shown-answer';
import { Foldable } from '../ui/foldable';
import { Heading } from '../ui/heading';
import { Paragraph } from '../ui/paragraph';
import { PhotoGrid, PhotoTile } from '../ui/photo-tile';
import { Row } from '../ui/row';

export function Filed({ view, page }: { view: CaseView; page: ItemPage }) {
  const answered = (page.form?.questions ?? []).filter((question) => answerWords(question, view) !== '');
  return (
    <Foldable title={view.status === 'draft' ? '已经填的内容' : '您交的内容'}>
      {answered.map((question) => (
        <Row key={question.id} title={question.term} value={answerWords(question, view)} />
      ))}
      {view.materials.map((material) => (
        <FiledMaterial key={material.material} material={material} page={page} />
      ))}
      {answered.length === 0 && view.materials.length === 0 && <Paragraph>还什么都没填。</Paragraph>}
    </Foldable>
  );
}

function FiledMaterial({ material, page }: { material: CaseMaterialView; page: ItemPage }) {
  const wanted = page.materials.find(({ id }) => id === material.material);
  const way = wanted?.anyOf.find(({ id }) => id === material.alternative);
  return (
    <View>
      <Heading level={3}>{way?.name ?? wanted?.name ?? '材料'}</Heading>
      {material.signed && <Paragraph soft>您已在屏幕上签名。</Paragraph>}
      {material.uploads.length > 0 && (
        <PhotoGrid>
          {material.uploads.map((upload, index) => (
            <PhotoTile
              key={upload.id}
              name={`第 ${index + 1} 张`}
              src={upload.thumbnail === null ? undefined : apiHost + upload.thumbnail}
              state={upload.status === 'receiving' ? 'waiting' : upload.status}
              problem={upload.failure?.title}
              onOpen={upload.picture === null ? undefined : () => void show(upload.picture)}
            />
          ))}
        </PhotoGrid>
      )}
    </View>
  );
}

function answerWords(question: Question, { form }: CaseView): string {
  return shownAnswer(question, form[question.id]);
}

async function show(picture: string | null): Promise<void> {
  if (picture !== null) await Taro.previewImage({ urls: [apiHost + picture] });
}
