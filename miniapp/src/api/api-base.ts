/** Where the BFF's API is: the own origin in the browser, the build's YIBAN_API_BASE in WeChat. */
export const apiBase = `${API_ORIGIN}/api/v1`;
