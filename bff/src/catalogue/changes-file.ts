/** What an administrator of a region may change as data: one more layer over the region's folder, with the folder's shapes. */
import { z } from 'zod';
import { baseItemFile, regionFile } from './catalogue-file.js';

export const regionChangesFile = z.strictObject({
  region: regionFile
    .pick({
      agency: true,
      address: true,
      hours: true,
      phone: true,
      complaintPhone: true,
      delivery: true,
      offices: true,
    })
    .partial()
    .optional(),
  /** By item: each field replaces what stood there whole, as in a region's own file. */
  items: z
    .record(
      z.string().max(40),
      baseItemFile
        .pick({
          summary: true,
          description: true,
          eligibility: true,
          process: true,
          channels: true,
          onSite: true,
          timeLimit: true,
          materials: true,
        })
        .partial(),
    )
    .optional(),
});
export type RegionChanges = z.infer<typeof regionChangesFile>;
