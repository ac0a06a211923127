/** The host of the BFF: '' is the own origin in the browser; the build's YIBAN_API_BASE in WeChat. */
export const apiHost = API_ORIGIN;
/** Where its API is. */
export const apiBase = `${apiHost}/api/v1`;
