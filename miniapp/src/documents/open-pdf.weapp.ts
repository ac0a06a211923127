/** Shows a PDF in WeChat's own viewer, from where it can be sent on or saved. Interface shared with open-pdf.h5.ts. */
import Taro from '@tarojs/taro';

export async function openPdf(name: string, fetchPdf: () => Promise<ArrayBuffer>): Promise<void> {
  const data = await fetchPdf();
  const filePath = `${Taro.env.USER_DATA_PATH}/${name.replace(/[\\/:*?"<>|\s]/g, '')}.pdf`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
}
