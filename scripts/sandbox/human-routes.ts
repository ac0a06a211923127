import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { CredentialCodes } from './credential-codes.ts';
import type { Deed, Journal } from './journal.ts';
import { type Misbehaviour, misbehaviourOrder } from './misbehaviour.ts';
import { officersNow } from './officers.ts';
import { type Person, mainEnrolment, people, personByKey, personByPsnNo } from './people.ts';
import type { Ledger } from './platform/ledger.ts';
import type { TransferLetters } from './platform/transfer-letters.ts';
import { qrPng, qrSvg } from './qr-picture.ts';
import { employers, employerName, institutions } from './registers.ts';

const transferDelay = z.strictObject({ ms: z.number().int().min(0) });

interface Parts {
  readonly ledger: Ledger;
  readonly letters: TransferLetters;
  readonly codes: CredentialCodes;
  readonly journal: Journal;
  readonly misbehaviour: Misbehaviour;
}

/** What people and scripts look at: the page, the people with their QR, what came in, and how to make it fail. */
export function humanRoutes(app: FastifyInstance, { ledger, letters, codes, journal, misbehaviour }: Parts): void {
  const page = { html: pageFile('page.html'), js: pageFile('page.js'), css: pageFile('page.css') };
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page.html));
  app.get('/page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(page.js));
  app.get('/page.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(page.css));

  app.get('/people', () => people.map(personView));
  app.post<{ Params: { key: string } }>('/people/:key/qr', (request, reply) => {
    const person = personByKey(request.params.key);
    if (person === undefined) return notFound(reply);
    const { qr, expiresAt } = codes.show(person, new Date());
    return { qr, expiresAt, svg: `/qr/${qr}.svg`, png: `/qr/${qr}.png` };
  });
  app.get<{ Params: { qr: string } }>('/qr/:qr', (request, reply) => {
    const [, qr, kind] = /^(\d{36})(\.svg|\.png)?$/.exec(request.params.qr) ?? [];
    if (qr === undefined) return notFound(reply);
    if (kind === '.svg') return reply.type('image/svg+xml').send(qrSvg(qr));
    if (kind === '.png') return reply.type('image/png').send(qrPng(qr));
    return { state: codes.state(qr, new Date()) };
  });

  app.get('/officers', () => officersNow(new Date()));
  app.get('/employers', () => employers);
  app.get('/institutions', () => institutions);
  app.get('/registrations', () =>
    ledger.all.filter((deed) => deed.operation !== 'record-payment').map((deed) => deedView(deed, ledger)),
  );
  app.get('/payments', () =>
    ledger.all.filter((deed) => deed.operation === 'record-payment').map((deed) => deedView(deed, ledger)),
  );
  app.get('/sms', () => journal.events.filter((event) => event.type === 'sms'));
  app.get('/wechat-messages', () => journal.events.filter((event) => event.type === 'wechat-message'));

  app.get('/transfers', () => ({ delayMs: letters.delayMs, letters: letters.all() }));
  app.post('/transfers/delay', (request, reply) => {
    const order = transferDelay.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: 'ms is not valid' });
    letters.delay(order.data.ms);
    return { delayMs: letters.delayMs };
  });
  app.post<{ Params: { letterNo: string } }>('/transfers/:letterNo/answer', async (request, reply) =>
    (await letters.answer(request.params.letterNo, new Date())) ? letters.all() : notFound(reply),
  );

  app.get('/misbehave', () => misbehaviour.now());
  app.post('/misbehave', (request, reply) => {
    const order = misbehaviourOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: 'target, mode, count? or ms? is not valid' });
    misbehaviour.order(order.data);
    return misbehaviour.now();
  });
}

function personView(person: Person) {
  const enrolment = mainEnrolment(person);
  return {
    key: person.key,
    name: person.name,
    idType: person.idType,
    idNo: person.idNo,
    phone: person.phone,
    region: person.region,
    gender: person.gender,
    birthday: person.birthday,
    insutype: enrolment?.insutype ?? null,
    psnType: enrolment?.psnType ?? null,
    status: enrolment?.status ?? '0',
    insuplc_admdvs: enrolment?.division ?? null,
    employer: enrolment?.employer === undefined ? null : employerName(enrolment.employer),
    family: person.family,
    birth: person.birth ?? null,
    note: person.note,
  };
}

function deedView(deed: Deed, ledger: Ledger) {
  const person = personByPsnNo(deed.psnNo);
  const number = deed.output['trt_dcla_detl_sn'] ?? deed.output['med_fee_reg_id'];
  return {
    operation: deed.operation,
    infno: deed.infno,
    region: deed.region,
    key: deed.key,
    person: person?.key ?? null,
    name: person?.name ?? null,
    psnNo: deed.psnNo,
    at: deed.at,
    msgid: deed.msgid,
    messageId: deed.messageId,
    fields: deed.fields,
    output: deed.output,
    ended: ledger.isReversed(deed) || (number !== undefined && ledger.endOf(number) !== undefined),
  };
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ message: 'not found' });

const pageFile = (name: string): string => readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');
