/** Shows a file in WeChat's own viewer, from where it can be sent to a computer. Interface shared with save-file.h5.ts. */
import Taro from '@tarojs/taro';

/** WeChat's viewer opens no CSV. */
export const savesCsv = false;

export async function saveFile(name: string, kind: 'xlsx' | 'csv', load: () => Promise<ArrayBuffer>): Promise<void> {
  const data = await load();
  const filePath = `${Taro.env.USER_DATA_PATH}/${name.replace(/[\\/:*?"<>|\s]/g, '')}.${kind}`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  if (kind === 'xlsx') await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
}
