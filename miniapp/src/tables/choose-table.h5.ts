/** A spreadsheet from the computer or phone. Interface shared with choose-table.weapp.ts. */
import type { ChosenTable } from './chosen-table';

export const whereFrom = '请选电脑或手机里填好的 .xlsx 文件。';

/** Null when the person changed their mind. */
export async function chooseTable(kinds: readonly string[] = ['xlsx']): Promise<ChosenTable | null> {
  const file = await chosenFile(kinds);
  if (file === null) return null;
  const read = async (offset: number, length: number) => file.slice(offset, offset + length).arrayBuffer();
  return { name: file.name, length: file.size, read };
}

function chosenFile(kinds: readonly string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = kinds.map((kind) => `.${kind}`).join();
    input.hidden = true;
    // Some browsers lose the answer of an input that is not in the page.
    document.body.append(input);
    const end = (file: File | null) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => end(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => end(null));
    input.click();
  });
}
