import type { BaseItemFile, RegionFile, RegionItemFile } from './catalogue-file.js';
import type { QuestionFile } from './question-file.js';

/** An item as it holds in one region: the base with the region's own facts over it. */
export type RegionItem = BaseItemFile;

/** Each field that the region gives replaces the base's whole; sources, basis, remarks and notes add up. */
export function layer(base: BaseItemFile, overlay: RegionItemFile | undefined, region: RegionFile): RegionItem {
  const item = overlay === undefined ? base : over(base, overlay);
  return { ...item, questions: item.questions.map((question) => withOptions(question, region)) };
}

/** The overlay's fields over the item's own. */
export function over(base: BaseItemFile, overlay: RegionItemFile): BaseItemFile {
  const given = Object.fromEntries(Object.entries(overlay).filter(([, value]) => value !== undefined));
  return {
    ...base,
    ...given,
    sources: { ...base.sources, ...overlay.sources },
    basis: [...(overlay.basis ?? []), ...base.basis],
    remarks: [...(overlay.remarks ?? []), ...base.remarks],
    notes: [...(overlay.notes ?? []), ...base.notes],
  };
}

function withOptions(question: QuestionFile, region: RegionFile): QuestionFile {
  const options = question.optionsFrom === undefined ? undefined : region.lists[question.optionsFrom];
  return options === undefined ? question : { ...question, options };
}
