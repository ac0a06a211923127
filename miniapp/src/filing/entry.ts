/** How the form was come to: anew for an item, or back to a case; with answers that the way in gives. */
import { useMemo } from 'react';
import { useRouter } from '@tarojs/taro';
import type { Answers } from '@yiban/shared-types/cases';

export interface Entry {
  /** '' where a new case is begun. */
  readonly caseId: string;
  readonly item: string;
  readonly region: string;
  readonly form: Answers;
  /** The unit that it is for; '' for oneself. */
  readonly unit: string;
  /** For whom: `self`, a grant's id, `choose` to be asked; '' asks only where there is more than one answer. */
  readonly whom: string;
}

/** Parameters: `case`, or `item` and `region`, with `unit` or `whom`; `form.<question>=…` each, or `form` as JSON. */
export function useEntry(): Entry {
  const { params } = useRouter();
  return useMemo(() => {
    const given = Object.entries(params).map(([name, value]) => [name, decoded(value ?? '')] as const);
    const parameter = (wanted: string): string => given.find(([name]) => name === wanted)?.[1] ?? '';
    const single: Answers = Object.fromEntries(
      given.filter(([name]) => name.startsWith('form.')).map(([name, value]) => [name.slice('form.'.length), value]),
    );
    return {
      caseId: parameter('case'),
      item: parameter('item'),
      region: parameter('region'),
      unit: parameter('unit'),
      whom: parameter('whom'),
      form: { ...parsed(parameter('form')), ...single },
    };
  }, [params]);
}

/** WeChat hands parameters over as they were encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function parsed(json: string): Answers {
  try {
    const value: unknown = JSON.parse(json);
    return isAnswers(value) ? value : {};
  } catch {
    return {};
  }
}

function isAnswers(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
