/** Units of the sandbox. */
import { z } from 'zod';

/** 统一社会信用代码 of the unit for which the platform names that person as handler. */
export async function employerHandledBy(sandboxUrl: string, handler: string): Promise<string> {
  const employers = z
    .array(z.object({ creditCode: z.string(), handler: z.string().nullable() }))
    .parse(await (await fetch(`${sandboxUrl}/employers`)).json());
  return employers.find((one) => one.handler === handler)?.creditCode ?? '';
}
