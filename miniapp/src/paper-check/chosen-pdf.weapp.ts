/** A PDF from a chat of WeChat, read on the phone and sent nowhere. Interface shared with chosen-pdf.h5.ts. */
import Taro from '@tarojs/taro';

/** Null when nothing was chosen. */
export async function chosenPdf(): Promise<Uint8Array | null> {
  const path = await chosenPath();
  if (path === null) return null;
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => resolve(data instanceof ArrayBuffer ? new Uint8Array(data) : null),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

async function chosenPath(): Promise<string | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] });
    return tempFiles[0]?.path ?? null;
  } catch {
    return null;
  }
}
