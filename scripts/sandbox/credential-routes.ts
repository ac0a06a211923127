import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CredentialCodes } from './credential-codes.ts';
import { answerWith, type Misbehaviour } from './misbehaviour.ts';
import { mainEnrolment, type Person } from './people.ts';
import { enrolmentRows } from './platform/enrolments.ts';
import type { Ledger } from './platform/ledger.ts';
import { TifCheck } from './tif-check.ts';

const query = z.object({
  data: z.object({
    orgId: z.string().min(1).max(40),
    businessType: z.string().regex(/^\d{5}$/),
    operatorId: z.string().min(1),
    operatorName: z.string().min(1),
    officeId: z.string(),
    officeName: z.string(),
    deviceType: z.string(),
    ecQrCode: z.string().min(1),
  }),
  orgId: z.string().min(1).max(40),
  transType: z.literal('ec.query'),
});

const REJECTED = {
  forged: { code: 40101, message: '电子凭证二维码无效' },
  used: { code: 40102, message: '电子凭证二维码已使用' },
  expired: { code: 40103, message: '电子凭证二维码已过期' },
};

/** 医保电子凭证 decoding: POST …/api/hsecfc/localQrCodeQuery, transaction ec.query. */
export function credentialRoutes(
  app: FastifyInstance,
  { codes, ledger, misbehaviour }: { codes: CredentialCodes; ledger: Ledger; misbehaviour: Misbehaviour },
): void {
  const tif = new TifCheck('sandbox-credential-token');

  app.post('/api/hsecfc/localQrCodeQuery', async (request, reply) => {
    const fault = misbehaviour.take('credential');
    const now = new Date();
    const known = fault.mode !== 'wrong-signature' && tif.holds(request.headers, now);
    return answerWith(fault, reply, () => {
      if (!known) {
        return reply.code(401).send({ code: 401, message: '签名验证失败', data: null });
      }
      const parsed = query.safeParse(request.body);
      if (!parsed.success || parsed.data.orgId !== 'YIBAN-SANDBOX') {
        return { code: 40001, message: '请求参数不合法', data: null };
      }
      if (fault.mode === 'business-error') return { code: 50001, message: '电子凭证服务处理失败', data: null };
      if (fault.mode === 'expired-token') return { ...REJECTED.expired, data: null };
      const decoded = codes.decode(parsed.data.data.ecQrCode, now);
      if (typeof decoded === 'string') return { ...REJECTED[decoded], data: null };
      const { person, token } = decoded;
      return {
        code: 0,
        message: '成功',
        data: {
          userName: person.name,
          idNo: person.idNo,
          idType: person.idType,
          insuOrg: insuredPlace(person, ledger),
          ecIndexNo: person.psnNo,
          ecToken: token,
          gender: person.gender === 'male' ? '1' : '2',
          birthday: person.birthday,
          nationality: 'CHN',
          email: '',
          chnlId: 'SANDBOX',
          authNo: '',
        },
      };
    });
  });
}

/** 医保区划 of the enrolment that counts, those begun since included; empty for someone who is insured nowhere. */
function insuredPlace(person: Person, ledger: Ledger): string {
  const given = mainEnrolment(person)?.division;
  return given ?? enrolmentRows(person, ledger)[0]?.insuplc_admdvs ?? '';
}
