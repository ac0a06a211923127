/** Saves the template of a table. Interface shared with open-template.weapp.ts. */
import { templateAddress } from '../api/tables';

export async function openTemplate(region: string, item: string, question: string, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = templateAddress(region, item, question);
  link.download = `${name}模板.xlsx`;
  link.click();
}
