/** The words of a paper: its rows of term and answer, its numbered paragraphs. */
import { View } from '@tarojs/components';
import type { PaperRow } from './paper';
import './paper-content.scss';

export function PaperContent({ rows, paragraphs }: { rows: readonly PaperRow[]; paragraphs: readonly string[] }) {
  return (
    <View className="paper">
      {rows.map(({ term, shown }) => (
        <View key={term} className="paper-row">
          <View className="paper-term">{term}</View>
          <View className="paper-shown">{shown}</View>
        </View>
      ))}
      {paragraphs.map((paragraph, index) => (
        <View key={paragraph} className="paper-paragraph">
          {index + 1}. {paragraph}
        </View>
      ))}
    </View>
  );
}
