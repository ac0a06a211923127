import Taro from '@tarojs/taro';

/** Opens a PDF in WeChat's own viewer. */
export async function openPaper(load: () => Promise<ArrayBuffer>, name: string): Promise<void> {
  const bytes = await load();
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}.pdf`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: bytes,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
}
