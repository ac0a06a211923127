/** Tables of a case: how many rows, what they come to, and the rows as a workbook. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { explained } from '../api/problem';
import { saveFile } from '../tables/save-file';
import { tableInWords } from '../tables/table-answer';
import { Notice } from '../ui/notice';
import { Chip } from './chip';
import { tableOf } from './office-api';
import { Fact, Panel } from './panel';

export function TablesPanel({ view, item }: { view: OfficerCaseView; item: ItemPage }) {
  const [trouble, setTrouble] = useState<unknown>(null);
  const tables = (item.form?.questions ?? [])
    .filter(({ kind }) => kind === 'table')
    .map((question) => ({ question, words: tableInWords(question, view.form[question.id]) }))
    .filter(({ words }) => words !== '');
  if (tables.length === 0) return null;

  async function save(question: string, name: string) {
    setTrouble(null);
    try {
      await saveFile(name, 'xlsx', () => tableOf(view.id, question));
    } catch (error) {
      setTrouble(error);
    }
  }

  return (
    <Panel title="表格">
      {tables.map(({ question: { id, term }, words }) => (
        <View key={id}>
          <Fact term={term}>{words}</Fact>
          <Chip label={`下载${term}`} onPress={() => void save(id, `${term}${view.number ?? ''}`)}>
            下载表格
          </Chip>
        </View>
      ))}
      {trouble !== null && <Notice tone="error" {...explained(trouble)} />}
    </Panel>
  );
}
