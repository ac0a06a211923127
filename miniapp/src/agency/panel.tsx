/** Panel: one matter of a case, with its title. `note` stands right of the title. */
import type { PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import './panel.scss';

export function Panel({ title, note, children }: PropsWithChildren<{ title: string; note?: ReactNode }>) {
  return (
    <View className="panel">
      <View className="panel-head">
        <View className="panel-title" ariaRole="heading" ariaLevel={2}>
          {title}
        </View>
        {note !== undefined && <View className="panel-note">{note}</View>}
      </View>
      {children}
    </View>
  );
}

/** Fact: a term and what stands for it. `mark` draws the eye to it. */
export function Fact({ term, mark, children }: PropsWithChildren<{ term: string; mark?: boolean }>) {
  return (
    <View className={`fact ${mark ? 'is-marked' : ''}`}>
      <View className="fact-term">{term}</View>
      <View className="fact-words">{children}</View>
    </View>
  );
}
