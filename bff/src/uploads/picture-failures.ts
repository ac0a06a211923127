/** A problem code for each way in which a file is refused. */
export const pictureFailures = [
  'upload-not-a-photo',
  'upload-not-a-table',
  'upload-broken',
  'upload-dimensions',
] as const;
export type PictureFailure = (typeof pictureFailures)[number];
