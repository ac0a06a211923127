import { z } from 'zod';

const transaction = z.object({ infno: z.string().min(4).max(6), path: z.string(), node: z.string() });

/** Where a region's platform is and how we prove who we are: secrets, so it comes from the environment. */
export const platformConnectionSchema = z.object({
  baseUrl: z.url(),
  /** Account for the national envelope. */
  national: z.object({ paasId: z.string().min(1), token: z.string().min(1) }).optional(),
  /** Account for the signed envelope of a province. */
  province: z
    .object({
      appId: z.string().min(16),
      secret: z.string().min(1),
      privateKey: z.string().regex(/^[0-9a-f]{64}$/),
      platformPublicKey: z.string().regex(/^04[0-9a-f]{128}$/),
    })
    .optional(),
});
export type PlatformConnection = z.infer<typeof platformConnectionSchema>;

/** All that differs between two regions' platforms. The first five are the region file's (`regions/<code>/region.yaml`). */
export const platformRegionSchema = z.object({
  code: z.string().regex(/^\d{6}$/),
  /** 医保区划 codes that belong to it; a trailing * stands for any ending. */
  divisions: z.array(z.string().regex(/^\d{2,6}\*?$/)).min(1),
  fixmedinsCode: z.string().length(12),
  fixmedinsName: z.string().min(1).max(20),
  receiverSystem: z.string().min(1).max(10),
  envelope: z.enum(['national', 'province']),
  /** Operations whose number, path or node is this region's own. */
  transactions: z.record(z.string(), transaction),
  /** 就医地医保区划 in the envelope; the region's code unless the bureau wants another. */
  careDivision: z.string().length(6).optional(),
  interfaceVersion: z.string().default('V1.0'),
  /** The field of a write that carries our own key. Not published nationally; agreed with each bureau. */
  keyField: z.string().default('recer_biz_no'),
  /** Codes in front of `err_msg` ("[9998]…") that mean: not now. */
  busyCodes: z.array(z.string()).default(['9998']),
  /** Codes that mean: the sign-in (9001) has run out. */
  signInExpiredCodes: z.array(z.string()).default(['9010']),
  connection: platformConnectionSchema,
});
export type PlatformRegion = z.infer<typeof platformRegionSchema>;
export type PlatformRegionInput = z.input<typeof platformRegionSchema>;

/** Whether a 医保区划 is one of the region's (which is not GB/T 2260 alone: 139900 and the like exist). */
export function hasDivision(region: { readonly divisions: readonly string[] }, division: string): boolean {
  return region.divisions.some((pattern) =>
    pattern.endsWith('*') ? division.startsWith(pattern.slice(0, -1)) : division === pattern,
  );
}
