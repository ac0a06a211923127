import { z } from 'zod';
import { compactTimeInChina } from '../china-time.ts';

const scalarText = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? '' : String(value)));

/** The request envelope of 定点医药机构接口规范, as strict as a bureau: lengths, formats, codes. */
export const requestEnvelope = z
  .strictObject({
    infno: z.string().regex(/^[0-9A-Z]{4,6}$/),
    msgid: z.string().length(30),
    mdtrtarea_admvs: z.enum(['620000', '140825', '340000']),
    insuplc_admdvs: z.string().regex(/^(\d{6})?$/),
    recer_sys_code: z.string().min(1).max(10),
    dev_no: z.string(),
    dev_safe_info: z.string(),
    cainfo: z.string().optional(),
    signtype: z.enum(['SM2', 'SM3', '']),
    infver: z.literal('V1.0'),
    opter_type: z.enum(['1', '2', '3']),
    opter: z.string().min(1).max(30),
    opter_name: z.string().min(1).max(50),
    inf_time: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
    fixmedins_code: z.string().regex(/^H\d{11}$/),
    fixmedins_name: z.string().min(1).max(20),
    sign_no: z.string(),
    input: z.record(z.string(), z.record(z.string(), scalarText)),
  })
  .refine((message) => message.msgid.startsWith(message.fixmedins_code) && /^\d{18}$/.test(message.msgid.slice(12)), {
    message: 'msgid',
    path: ['msgid'],
  })
  .refine((message) => JSON.stringify(message.input).length <= 40_000, { message: 'too long', path: ['input'] });

export type RequestEnvelope = z.output<typeof requestEnvelope>;

/** `infcode` as a number or as text: both are seen, so each region here has its own way. */
export function accepted(message: RequestEnvelope, messageId: string, output: unknown, now: Date) {
  return {
    ...head(now),
    infcode: message.mdtrtarea_admvs === '140825' ? '0' : 0,
    inf_refmsgid: messageId,
    err_msg: '',
    output,
  };
}

export function refused(sentence: string, now: Date) {
  return { ...head(now), infcode: -1, inf_refmsgid: '', err_msg: sentence, output: null };
}

function head(now: Date) {
  const time = compactTimeInChina(now);
  return { refmsg_time: time, respond_time: time, warn_msg: '', cainfo: '', signtype: '' };
}
