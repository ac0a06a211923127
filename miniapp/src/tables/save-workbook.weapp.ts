/** Shows an .xlsx in WeChat's own viewer, from where it can be sent to a computer. Interface shared with save-workbook.h5.ts. */
import Taro from '@tarojs/taro';

export async function saveWorkbook(name: string, load: () => Promise<ArrayBuffer>): Promise<void> {
  const data = await load();
  const filePath = `${Taro.env.USER_DATA_PATH}/${name.replace(/[\\/:*?"<>|\s]/g, '')}.xlsx`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
}
