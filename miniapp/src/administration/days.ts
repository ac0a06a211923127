/** Days in Shanghai, `yyyy-MM-dd`. */
export function today(): string {
  return dayOf(Date.now());
}

export function tomorrow(): string {
  return dayOf(Date.now() + 86_400_000);
}

function dayOf(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}
