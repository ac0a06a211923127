/** What a person does with the phone's own dialogs, camera and scanner; a test says beforehand what that will be. */
import { fromBase64 } from './bytes.ts';
import { WxFailure, wxCall } from './wx-call.ts';
import type { PhoneFiles } from './wx-files.ts';

export interface Photo {
  base64: string;
  extension: string;
}

/** Set by tests through open-weapp.ts. Queues are used up in order; an empty one means the person cancels. */
export class Person {
  readonly scans: string[] = [];
  readonly photos: Photo[][] = [];
  readonly loginCodes: string[] = [];
  /** Answers to showModal and showActionSheet, else「confirm」and the first entry. */
  readonly modalAnswers: boolean[] = [];
  readonly sheetAnswers: number[] = [];
  privacyAgreed = true;
  fontSizeScaleFactor = 1;
  /** What the phone showed, in order: modals, toasts, opened documents, calls. */
  readonly shown: string[] = [];
}

export function personApi(person: Person, files: PhoneFiles) {
  const choosePhotos = (name: string) => {
    requirePrivacy(person);
    const chosen = person.photos.shift();
    if (!chosen) throw new WxFailure('fail cancel');
    const tempFiles = chosen.map(({ base64, extension }) => {
      const bytes = fromBase64(base64);
      const path = files.addTemporary(bytes, extension);
      return { tempFilePath: path, path, size: bytes.byteLength, fileType: 'image' };
    });
    return name === 'chooseMedia'
      ? { type: 'image', tempFiles }
      : { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) };
  };
  return {
    scanCode: wxCall('scanCode', () => {
      requirePrivacy(person);
      const result = person.scans.shift();
      if (result === undefined) throw new WxFailure('fail cancel');
      return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: '' };
    }),
    chooseMedia: wxCall('chooseMedia', () => choosePhotos('chooseMedia')),
    chooseImage: wxCall('chooseImage', () => choosePhotos('chooseImage')),
    chooseMessageFile: wxCall('chooseMessageFile', () => choosePhotos('chooseMessageFile')),
    compressImage: wxCall('compressImage', ({ src }: { src: string }) => {
      files.get(src);
      return { tempFilePath: src };
    }),
    getImageInfo: wxCall('getImageInfo', async ({ src }: { src: string }) => {
      const bitmap = await createImageBitmap(new Blob([files.get(src)]));
      return { path: src, width: bitmap.width, height: bitmap.height, orientation: 'up' };
    }),
    previewImage: wxCall('previewImage', ({ urls }: { urls: string[] }) => {
      person.shown.push(`preview: ${urls.join(' ')}`);
      return {};
    }),
    login: wxCall('login', () => {
      const code = person.loginCodes.shift();
      if (code === undefined) throw new WxFailure('fail no login code was given to the harness');
      return { code };
    }),
    checkSession: wxCall('checkSession', () => ({})),
    showModal: wxCall('showModal', ({ title = '', content = '' }: { title?: string; content?: string }) => {
      person.shown.push(`modal: ${[title, content].filter(Boolean).join(' ')}`);
      const confirm = person.modalAnswers.shift() ?? true;
      return { confirm, cancel: !confirm };
    }),
    showActionSheet: wxCall('showActionSheet', ({ itemList }: { itemList: string[] }) => {
      person.shown.push(`sheet: ${itemList.join(' ')}`);
      const tapIndex = person.sheetAnswers.shift() ?? 0;
      if (tapIndex < 0) throw new WxFailure('fail cancel');
      return { tapIndex };
    }),
    showToast: wxCall('showToast', ({ title }: { title: string }) => {
      person.shown.push(`toast: ${title}`);
      return {};
    }),
    hideToast: wxCall('hideToast', () => ({})),
    showLoading: wxCall('showLoading', () => ({})),
    hideLoading: wxCall('hideLoading', () => ({})),
    openDocument: wxCall('openDocument', ({ filePath }: { filePath: string }) => {
      person.shown.push(`document: ${filePath} ${files.get(filePath).byteLength} bytes`);
      return {};
    }),
    makePhoneCall: wxCall('makePhoneCall', ({ phoneNumber }: { phoneNumber: string }) => {
      person.shown.push(`call: ${phoneNumber}`);
      return {};
    }),
    setClipboardData: wxCall('setClipboardData', () => ({})),
    vibrateShort: wxCall('vibrateShort', () => ({})),
    requestSubscribeMessage: wxCall('requestSubscribeMessage', ({ tmplIds }: { tmplIds: string[] }) =>
      Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
    ),
    getPrivacySetting: wxCall('getPrivacySetting', () => ({
      needAuthorization: !person.privacyAgreed,
      privacyContractName: '《医保易办隐私保护指引》',
    })),
    requirePrivacyAuthorize: wxCall('requirePrivacyAuthorize', () => {
      requirePrivacy(person);
      return {};
    }),
    openPrivacyContract: wxCall('openPrivacyContract', () => {
      person.shown.push('privacy contract');
      return {};
    }),
    onNeedPrivacyAuthorization: () => {},
    getSetting: wxCall('getSetting', () => ({ authSetting: {} })),
    authorize: wxCall('authorize', () => ({})),
  };
}

/** With `__usePrivacyCheck__` these calls fail until the person has agreed by WeChat's own button. */
function requirePrivacy({ privacyAgreed }: Person): void {
  if (!privacyAgreed) throw new WxFailure('fail privacy permission is not authorized');
}
