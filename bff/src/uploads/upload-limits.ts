/** Bytes of one file (api.md, Uploads). */
export const largestUpload = 20 * 1024 * 1024;
/** Bytes of one PATCH. */
export const largestChunk = 1024 * 1024;
/** Days after which a file that was attached to no case is thrown away. */
export const daysUnattached = 7;
/** What stands as the expiry of a file that belongs to a case: filed cases never expire. */
export const never = '9999-12-31T23:59:59.999Z';
