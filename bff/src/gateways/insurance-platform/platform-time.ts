/** China has had no summer time since 1991: the offset is fixed. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** `yyyy-MM-dd HH:mm:ss` of Asia/Shanghai, as the platform writes time. */
export function platformTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** `yyyy-MM-dd` of Asia/Shanghai. */
export function platformDate(instant: Date): string {
  return platformTime(instant).slice(0, 10);
}
