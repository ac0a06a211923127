import { randomInt } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compactTimeInChina } from '../china-time.ts';
import type { CredentialCodes } from '../credential-codes.ts';
import { answerWith, type Fault, type Misbehaviour } from '../misbehaviour.ts';
import { type Person, mainEnrolment, personByPsnNo } from '../people.ts';
import { TifCheck } from '../tif-check.ts';
import { deedRules } from './deeds.ts';
import { doDeed } from './do-deed.ts';
import { accepted, refused, requestEnvelope, type RequestEnvelope } from './envelope.ts';
import type { Ledger } from './ledger.ts';
import { isSealed, seal, unseal } from './province-seal.ts';
import { openQueries, personQueries } from './queries.ts';
import { Refusal } from './refusal.ts';
import { SignIns } from './sign-ins.ts';
import type { TransferLetters } from './transfer-letters.ts';

const SIGN_IN = '9001';

/** 医保信息平台 of three regions: one path per transaction or a single entry, either envelope. */
export function platformRoutes(
  app: FastifyInstance,
  {
    ledger,
    letters,
    codes,
    misbehaviour,
  }: { ledger: Ledger; letters: TransferLetters; codes: CredentialCodes; misbehaviour: Misbehaviour },
): void {
  const tif = new TifCheck('sandbox-platform-token');
  const signIns = new SignIns();

  async function receive(
    request: FastifyRequest,
    pathInfno: string | undefined,
    reply: FastifyReply,
  ): Promise<unknown> {
    const now = new Date();
    const sealedBody = isSealed(request.body);
    const message = sealedBody ? unseal(request.body, now) : request.body;
    const infno = infnoOf(message);
    // A sign-in only fails with everything else; other faults wait for the transaction they were ordered for.
    const fault = infno === SIGN_IN ? misbehaviour.take('platform', ['outage']) : misbehaviour.take('platform');
    const known = sealedBody
      ? message !== undefined
      : fault.mode !== 'wrong-signature' && tif.holds(request.headers, now);
    return answerWith(fault, reply, async () => {
      if (!known) {
        // A real gateway says no more than this to a stranger.
        return reply.code(401).send(refused('[9001] 签名验证失败', now));
      }
      const answer = await process(message, pathInfno, fault, now);
      return sealedBody ? seal(answer, now, fault.mode === 'wrong-signature') : answer;
    });
  }

  async function process(body: unknown, pathInfno: string | undefined, fault: Fault, now: Date): Promise<unknown> {
    const parsed = requestEnvelope.safeParse(body);
    if (!parsed.success) {
      const places = parsed.error.issues.map((issue) => issue.path.join('.')).join('、');
      return refused(`[9003] 报文格式不合法：${places}`, now);
    }
    const message = parsed.data;
    if (pathInfno !== undefined && pathInfno !== message.infno) return refused('[9004] 交易编号与地址不一致', now);
    try {
      if (fault.mode === 'expired-token') {
        signIns.end(message.fixmedins_code);
        throw new Refusal('9010', '签到已失效，请重新签到');
      }
      if (fault.mode === 'business-error') throw new Refusal('4999', '业务校验未通过');
      const messageId = messageIdOf(message, now);
      return accepted(message, messageId, await transact(message, messageId, now), now);
    } catch (error) {
      if (error instanceof Refusal) return refused(error.message, now);
      throw error;
    }
  }

  async function transact(message: RequestEnvelope, messageId: string, now: Date): Promise<unknown> {
    const { infno, mdtrtarea_admvs: region, input } = message;
    if (infno === SIGN_IN) return signIns.begin(message, now);
    if (!signIns.holds(message, now)) throw new Refusal('9010', '未签到或签到已失效');
    const rule = deedRules[infno];
    const { recer_biz_no: key = '', ...fields } = node(input, rule?.node ?? 'data');
    const person = personOf(message, fields);
    if (rule !== undefined) {
      const deed = await doDeed(
        { rule, infno, region, msgid: message.msgid, messageId, key, fields, person },
        ledger,
        now,
      );
      return { result: deed.output };
    }
    const query = { fields: { ...fields, recer_biz_no: key }, region, ledger, letters, codes, now };
    const ofPerson = personQueries[infno];
    if (ofPerson !== undefined) {
      if (person === undefined) throw new Refusal('2001', '未查询到人员信息');
      return ofPerson(person, query);
    }
    const open = openQueries[infno];
    if (open === undefined) throw new Refusal('9005', '交易未开通');
    return open(query);
  }

  app.post('/fsi/api', (request, reply) => receive(request, undefined, reply));
  app.post<{ Params: { infno: string } }>('/fsi/api/:infno', (request, reply) =>
    receive(request, request.params.infno, reply),
  );
}

function node(input: RequestEnvelope['input'], name: string): Record<string, string> {
  const fields = input[name];
  if (fields === undefined) throw new Refusal('9003', `报文格式不合法：缺少节点 ${name}`);
  return fields;
}

/** Once psn_no is in the input the envelope names the insured place, and the person must be of this region. */
function personOf(message: RequestEnvelope, fields: Readonly<Record<string, string>>): Person | undefined {
  const psnNo = fields['psn_no'];
  if (psnNo === undefined || psnNo === '') return undefined;
  if (message.insuplc_admdvs === '') throw new Refusal('9006', '参保地医保区划不能为空');
  const person = personByPsnNo(psnNo);
  if (person === undefined || person.region !== message.mdtrtarea_admvs) throw new Refusal('2001', '未查询到人员信息');
  const divisions = [person.region, ...person.enrolments.map((row) => row.division), mainEnrolment(person)?.division];
  if (!divisions.includes(message.insuplc_admdvs)) throw new Refusal('9007', '参保地医保区划与参保信息不一致');
  return person;
}

function infnoOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('infno' in message)) return undefined;
  return typeof message.infno === 'string' ? message.infno : undefined;
}

/** 30 characters: region, time to the millisecond, chance. */
function messageIdOf(message: RequestEnvelope, now: Date): string {
  return `${message.mdtrtarea_admvs}${compactTimeInChina(now)}${String(randomInt(0, 10_000_000)).padStart(7, '0')}`;
}
