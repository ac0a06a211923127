/** People of the sandbox: who files in a bench. */
import { z } from 'zod';

const peopleShape = z.array(z.object({ key: z.string(), region: z.string() }));

export async function peopleOf(sandboxUrl: string): Promise<z.infer<typeof peopleShape>> {
  return peopleShape.parse(await (await fetch(`${sandboxUrl}/people`)).json());
}
