/** A spreadsheet that somebody sent in a WeChat chat: the only files a mini-program may take. Interface shared with choose-table.h5.ts. */
import Taro from '@tarojs/taro';
import type { ChosenTable } from './chosen-table';

export const whereFrom = '请先把填好的 .xlsx 文件发到微信「文件传输助手」，再从聊天里选它。';

/** Null when the person changed their mind. */
export async function chooseTable(kinds: readonly string[] = ['xlsx']): Promise<ChosenTable | null> {
  const file = await chosenFile(kinds);
  if (file === undefined) return null;
  return { name: file.name, length: file.size, read: async (offset, length) => piece(file.path, offset, length) };
}

async function chosenFile(kinds: readonly string[]): Promise<{ name: string; size: number; path: string } | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...kinds] });
    return tempFiles[0];
  } catch {
    return undefined;
  }
}

function piece(filePath: string, position: number, length: number): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      position,
      length,
      success: ({ data }) => {
        if (typeof data === 'string') reject(new Error('WeChat read the table as text'));
        else resolve(data);
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
