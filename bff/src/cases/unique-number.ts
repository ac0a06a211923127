import { isDuplicate } from '../database/database.js';

/** With a million numbers a day and region, drawing a taken one this often in a row does not happen. */
const mostDraws = 8;

/** Writes under a number that is drawn, and under another one where that is taken. */
export async function underUniqueNumber<T>(draw: () => string, write: (number: string) => Promise<T>): Promise<T> {
  for (let drawn = 1; ; drawn += 1) {
    try {
      return await write(draw());
    } catch (error) {
      if (drawn === mostDraws || !isDuplicate(error)) throw error;
    }
  }
}
