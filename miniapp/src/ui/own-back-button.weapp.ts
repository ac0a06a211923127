/** WeChat's navigation bar has the way back. */
export const hasOwnBackButton = false;
