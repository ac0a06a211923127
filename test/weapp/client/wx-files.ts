/** The phone's files, in memory: temporary ones, saved ones, and the FileSystemManager. */
import { fromBase64, toBase64, utf8 } from './bytes.ts';
import { WxFailure, wxCall } from './wx-call.ts';

export class PhoneFiles {
  private readonly files = new Map<string, ArrayBuffer>();
  private count = 0;

  addTemporary(bytes: ArrayBuffer, extension: string): string {
    this.count += 1;
    return this.put(`wxfile://tmp_${this.count}.${extension}`, bytes);
  }

  put(path: string, bytes: ArrayBuffer): string {
    this.files.set(path, bytes);
    return path;
  }

  get(path: string): ArrayBuffer {
    const bytes = this.files.get(path);
    if (!bytes) throw new WxFailure(`fail no such file or directory, open '${path}'`);
    return bytes;
  }

  remove(path: string): void {
    this.get(path);
    this.files.delete(path);
  }

  /** WeChat's `saveFile` moves: the temporary file is gone afterwards. */
  save(temporary: string, to = `wxfile://store_${(this.count += 1)}`): string {
    const bytes = this.get(temporary);
    this.files.delete(temporary);
    return this.put(to, bytes);
  }
}

interface ReadOptions {
  filePath: string;
  encoding?: string;
  position?: number;
  length?: number;
}

interface WriteOptions {
  filePath: string;
  data: string | ArrayBuffer;
  encoding?: string;
}

export function fileSystemManager(files: PhoneFiles) {
  const read = ({ filePath, encoding, position = 0, length }: ReadOptions) => {
    const bytes = files.get(filePath).slice(position, length === undefined ? undefined : position + length);
    if (encoding === undefined) return bytes;
    return encoding === 'base64' ? toBase64(bytes) : new TextDecoder().decode(bytes);
  };
  const write = ({ filePath, data, encoding }: WriteOptions) => {
    const bytes = typeof data !== 'string' ? data : encoding === 'base64' ? fromBase64(data) : utf8(data);
    files.put(filePath, bytes);
  };
  return {
    readFile: wxCall('readFile', (options: ReadOptions) => ({ data: read(options) })),
    readFileSync: (filePath: string, encoding?: string, position?: number, length?: number) =>
      read({
        filePath,
        ...(encoding === undefined ? {} : { encoding }),
        ...(position === undefined ? {} : { position }),
        ...(length === undefined ? {} : { length }),
      }),
    writeFile: wxCall('writeFile', (options: WriteOptions) => {
      write(options);
      return {};
    }),
    writeFileSync: (filePath: string, data: string | ArrayBuffer, encoding?: string) =>
      write({ filePath, data, ...(encoding === undefined ? {} : { encoding }) }),
    saveFile: wxCall('saveFile', ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) => ({
      savedFilePath: files.save(tempFilePath, filePath),
    })),
    unlink: wxCall('unlink', ({ filePath }: { filePath: string }) => {
      files.remove(filePath);
      return {};
    }),
    getFileInfo: wxCall('getFileInfo', ({ filePath }: { filePath: string }) => ({
      size: files.get(filePath).byteLength,
    })),
    access: wxCall('access', ({ path }: { path: string }) => {
      files.get(path);
      return {};
    }),
    accessSync: (path: string) => {
      files.get(path);
    },
    statSync: (path: string) => ({ size: files.get(path).byteLength, isFile: () => true }),
  };
}
