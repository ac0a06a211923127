import { z } from 'zod';

/** What is known of a person from the credential and the platform; kept sealed. */
export const personData = z.object({
  name: z.string(),
  idNo: z.string(),
  /** psn_cert_type, two digits. */
  idType: z.string(),
  gender: z.enum(['male', 'female', 'unknown']),
  birthday: z.string().nullable(),
  nationality: z.string(),
  /** 人员编号 at the platform, once known. */
  psnNo: z.string().nullable(),
  /** 医保区划 of the insured place; empty for someone who is insured nowhere yet. */
  division: z.string(),
  /** The phone number given last. */
  phone: z.string().nullable(),
});
export type PersonData = z.infer<typeof personData>;
