/** The photos that wait on the phone: WeChat's own saved files. Interface shared with photo-files.h5.ts. */
import Taro from '@tarojs/taro';
import type { KeptFile } from './kept-file';

/** A temporary file is gone when the mini-program is closed; a saved one stays. */
export async function keepTemporary(tempFilePath: string): Promise<KeptFile> {
  const files = Taro.getFileSystemManager();
  const key = await new Promise<string>((resolve, reject) => {
    files.saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  return { key, length: sizeOf(files, key) };
}

/** Rejects when WeChat has thrown the photo away. */
export async function readPiece(key: string, offset: number, length: number): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: key,
      position: offset,
      length,
      success: ({ data }) => {
        if (typeof data === 'string') reject(new Error('WeChat read the photo as text'));
        else resolve(data);
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

export async function previewOf(key: string): Promise<string> {
  return key;
}

export async function forgetFile(key: string): Promise<void> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().unlink({ filePath: key, success: () => resolve(), fail: () => resolve() });
  });
}

function sizeOf(files: Taro.FileSystemManager, path: string): number {
  const stats = files.statSync(path);
  if (Array.isArray(stats)) throw new Error('a folder is no photo');
  return stats.size;
}
