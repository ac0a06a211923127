/** The platform writes Asia/Shanghai; China has had no summer time since 1991. */
function shanghai(instant: Date): string {
  return new Date(instant.getTime() + 8 * 60 * 60 * 1000).toISOString();
}

/** yyyy-MM-dd */
export function dateInChina(instant: Date): string {
  return shanghai(instant).slice(0, 10);
}

/** yyyyMMddHHmmssSSS, 17 digits */
export function compactTimeInChina(instant: Date): string {
  return shanghai(instant).replace(/\D/g, '').slice(0, 17);
}
