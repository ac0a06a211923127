/** Nothing to do in WeChat, where no page is loaded anew by itself. Described in filing-address.h5.ts. */
export function nameCaseInAddress(_caseId: string): void {}
