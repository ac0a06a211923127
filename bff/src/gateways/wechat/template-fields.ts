/** Longest text of each kind of template field, in characters (订阅消息参数值内容限制说明). */
const LIMITS: Readonly<Record<string, number>> = { thing: 20, character_string: 32, phrase: 5, name: 10 };

/**
 * The fields as WeChat takes them, or undefined when one can't be made to fit: WeChat would refuse the whole message
 * (47003). A `thing` is prose and loses its end; a shortened number or name would be a wrong one.
 */
export function templateFields(data: Readonly<Record<string, string>>): Record<string, { value: string }> | undefined {
  const fields: Record<string, { value: string }> = {};
  for (const [key, value] of Object.entries(data)) {
    const kind = /^([a-z_]+?)_?\d+$/.exec(key)?.[1];
    if (kind === undefined || value.trim() === '') return undefined;
    const characters = [...value];
    const limit = LIMITS[kind] ?? Number.POSITIVE_INFINITY;
    if (characters.length <= limit) fields[key] = { value };
    else if (kind === 'thing') fields[key] = { value: `${characters.slice(0, limit - 1).join('')}…` };
    else return undefined;
  }
  return fields;
}
