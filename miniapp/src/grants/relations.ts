/** What the principal is to the proxy, as one calls them. Pure. */
import type { GrantRelation } from '@yiban/shared-types/grants';

export const RELATIONS: readonly { readonly value: GrantRelation; readonly label: string }[] = [
  { value: 'mother', label: '妈妈' },
  { value: 'father', label: '爸爸' },
  { value: 'spouse', label: '爱人' },
  { value: 'child', label: '孩子' },
  { value: 'parent-in-law', label: '公婆、岳父母' },
  { value: 'grandparent', label: '爷爷奶奶、外公外婆' },
  { value: 'grandchild', label: '孙辈' },
  { value: 'sibling', label: '兄弟姐妹' },
  { value: 'ward', label: '我监护的孩子' },
  { value: 'other', label: '其他亲友' },
];

/** Relations that name one person: 「妈妈」 says who, 「公婆、岳父母」 does not. */
const NAMES = ['mother', 'father', 'spouse', 'child'] as const;

/** 「妈妈」, or 「家人」 where the relation names nobody. */
export function called(relation: GrantRelation | null): string {
  const names: readonly (GrantRelation | null)[] = NAMES;
  if (!names.includes(relation)) return relation === 'ward' || relation === 'grandchild' ? '孩子' : '家人';
  return RELATIONS.find(({ value }) => value === relation)?.label ?? '家人';
}

/** 「妈妈 王*英」, 「王*英」. */
export function nameWithRelation(name: string, relation: GrantRelation): string {
  const calls = called(relation);
  return calls === '家人' ? name : `${calls} ${name}`;
}
