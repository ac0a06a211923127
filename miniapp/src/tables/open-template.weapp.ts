/** Shows the template of a table in WeChat's own viewer, from where it can be sent to a computer. Interface shared with open-template.h5.ts. */
import Taro from '@tarojs/taro';
import { template } from '../api/tables';

export async function openTemplate(region: string, item: string, question: string, name: string): Promise<void> {
  const data = await template(region, item, question);
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}.xlsx`;
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
