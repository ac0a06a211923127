/** Resident memory of the product's server process, as it tells it itself. */
export async function residentMegabytes(baseUrl: string): Promise<number> {
  const metrics = await (await fetch(`${baseUrl}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/mu.exec(metrics)?.[1] ?? 0) / 1_000_000;
}
