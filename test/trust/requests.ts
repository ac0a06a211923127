/** A request of every operation that is right in itself, so that what refuses it is who asks, and not how. */
import { randomUUID } from 'node:crypto';

/** Ids of the things that the requests are about; all of them one person's. */
export interface Things {
  readonly draft: string;
  readonly filed: string;
  readonly upload: string;
  readonly inbox: string;
  readonly unit: string;
  /** Of payments, in the region. */
  readonly batch: string;
  /** A request to act for somebody, which nobody has signed. */
  readonly grant: string;
}

export interface Asked {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const region = '620000';
const tus = { 'tus-resumable': '1.0.0' };

/** Asks to act for a mother by a link. */
export const askToAct = { evidence: 'signature', relation: 'mother', until: '2027-03-01' };

type Build = (things: Things) => Partial<{ body: unknown; headers: Readonly<Record<string, string>>; id: string }>;

const versioned: Build = () => ({ body: { version: 1 } });
const ofFiled: Build = ({ filed }) => ({ id: filed });
const decided: Build = ({ filed }) => ({ id: filed, body: { version: 1, reason: '理由' } });
const ofGrant: Build = ({ grant }) => ({ id: grant });
const ofBatch: Build = ({ batch }) => ({ id: batch });
const ofUpload: Build = ({ upload }) => ({ id: upload, headers: tus });

const builds: Readonly<Record<string, Build>> = {
  'AccountsController.begin': () => ({ body: { username: 'nobody', invitation: 'ABCDE-FGHJK' } }),
  'AccountsController.open': () => ({
    body: { username: 'nobody', invitation: 'ABCDE-FGHJK', password: 'a-long-password', code: '000000' },
  }),
  'AccountsController.add': () => ({
    body: { username: `officer-${randomUUID()}`, name: '新来的', roles: ['window'], idNo: '11010519491231002X' },
  }),
  'AccountsController.invite': () => ({ id: randomUUID() }),
  'AccountsController.block': () => ({ id: randomUUID() }),
  'AccountsController.unblock': () => ({ id: randomUUID() }),
  'AccountsController.changeRoles': () => ({ id: randomUUID(), body: { roles: ['window'] } }),
  'HolidaysController.preview': () => ({ body: { text: '元旦：1月1日放假' } }),
  'HolidaysController.take': () => ({ body: { text: '元旦：1月1日放假', basis: '通知' } }),
  'RulesController.preview': () => ({ body: { changes: {}, effectiveOn: '2099-01-01', basis: '文件' } }),
  'RulesController.publish': () => ({ body: { changes: {}, effectiveOn: '2099-01-01', basis: '文件', over: 0 } }),
  'OwnAccountController.endSession': () => ({ id: randomUUID() }),
  'OwnAccountController.changePassword': () => ({ body: { old: 'wrong', password: 'another-password' } }),
  'OwnAccountController.renewAuthenticator': () => ({ body: { password: 'wrong' } }),
  'OwnAccountController.confirmAuthenticator': () => ({ body: { code: '000000' } }),
  'HandOversController.cases': () => ({ id: randomUUID() }),
  'HandOversController.hand': () => ({ id: randomUUID(), body: { cases: [randomUUID()], reason: '请假' } }),
  'AgencyController.login': () => ({ body: { username: 'nobody', password: 'wrong-password', code: '000000' } }),
  'AgencyController.refresh': () => ({ body: { refreshToken: 'x.y' } }),
  'AgencyController.one': ofFiled,
  'AgencyController.document': ofFiled,
  'AgencyController.claim': ofFiled,
  'AgencyController.release': ofFiled,
  'AgencyController.accept': (things) => ({ ...versioned(things), id: things.filed }),
  'AgencyController.decline': decided,
  'AgencyController.refuseGrant': ({ filed }) => ({
    id: filed,
    body: { version: 1, reason: '理由', outcome: 'decline' },
  }),
  'AgencyController.supplement': ({ filed }) => ({ id: filed, body: { version: 1, items: [{ reason: '缺一页' }] } }),
  'AgencyController.pass': (things) => ({ ...versioned(things), id: things.filed }),
  'AgencyController.sendBack': decided,
  'AgencyController.reject': decided,
  'AgencyMessagesController.messages': ofFiled,
  'AgencyMessagesController.answer': ({ filed }) => ({ id: filed, body: { text: '您好' } }),
  'AgencyTablesController.rows': ofFiled,
  'AgencyTablesController.workbook': ofFiled,
  'HoldsController.hold': () => ({ body: { number: '000000', reason: '诉讼' } }),
  'HoldsController.letGo': ofFiled,
  'RectificationsController.close': ({ filed }) => ({ id: filed, body: { outcome: '已改' } }),
  'PaymentsController.freeze': ({ filed }) => ({ body: { cases: [filed], total: 1 } }),
  'PaymentsController.one': ofBatch,
  'PaymentsController.file': ({ batch }) => ({ id: batch, body: { format: 'xlsx' } }),
  'PaymentsController.takeResults': ({ batch }) => ({ id: batch, body: { file: 'AAAA' } }),
  'PaymentsController.dissolve': ofBatch,
  'GrantsController.start': () => ({
    body: { item: 'aid-grant', person: { idType: '01', idNo: '11010519491231002X', name: '无此人' }, form: {} },
  }),
  'GrantsController.look': ofFiled,
  'CasesController.open': () => ({ body: { item: 'remote-worker', region: '999999' } }),
  'CasesController.save': () => ({ body: { version: 1, form: {} } }),
  'CasesController.submit': versioned,
  'CasesController.supplement': versioned,
  'CasesController.withdraw': versioned,
  'CasesController.rate': () => ({ body: { grade: 5 } }),
  'CasesController.attach': () => ({ body: { version: 1, alternative: 'none' } }),
  'CaseTablesController.attach': () => ({ body: { version: 1, upload: randomUUID() } }),
  'StagesController.say': () => ({ body: { text: '请问' } }),
  'StagesController.solved': versioned,
  'StagesController.feedback': () => ({ body: { version: 1, agrees: true } }),
  'EstimatesController.maternityAllowance': () => ({ body: { event: 'birth' } }),
  'SessionController.open': () => ({ body: { browser: true } }),
  'SessionController.refresh': () => ({ body: { refreshToken: 'x.y' } }),
  'CredentialController.scan': () => ({ body: { qr: '0'.repeat(36) } }),
  'SubscriptionsController.accept': () => ({ body: { templateIds: ['sandbox-template-result'] } }),
  'ConsentsController.answer': () => ({ body: { kind: 'privacy-notice', version: '1', given: true } }),
  'MeController.read': ({ inbox }) => ({ id: inbox }),
  'UnitsController.add': () => ({ body: { region, creditCode: '91620102MA7YB0107J' } }),
  'UnitsController.leave': ({ unit }) => ({ id: unit }),
  'UploadsController.capabilities': () => ({ headers: tus }),
  'UploadsController.create': () => ({
    headers: { ...tus, 'upload-length': '10', 'upload-metadata': `purpose ${Buffer.from('photo').toString('base64')}` },
  }),
  'UploadsController.offset': ofUpload,
  'ProxyGrantsController.ask': () => ({ body: askToAct }),
  'ProxyGrantsController.one': ofGrant,
  'ProxyGrantsController.letter': ofGrant,
  'ProxyGrantsController.scan': ({ grant }) => ({ id: grant, body: { qr: '0'.repeat(36) } }),
  'ProxyGrantsController.sign': ({ grant }) => ({ id: grant, body: { signature: randomUUID() } }),
  'ProxyGrantsController.refuse': ({ grant }) => ({ id: grant, body: { code: 'ABCDEFGHJKMN' } }),
  'ProxyGrantsController.tell': ({ grant }) => ({ id: grant, body: { tellPrincipal: true } }),
  'ProxyGrantsController.end': ofGrant,
  'TrimmingController.trim': ({ upload }) => ({ id: upload, body: { corners: null, turn: 90 } }),
  'UploadsController.append': ({ upload }) => ({
    id: upload,
    body: Buffer.from('x'),
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  }),
  'UploadsController.view': ofUpload,
  'UploadsController.remove': ofUpload,
  'ReadingsController.reading': ofUpload,
  'UploadsController.picture': ({ upload }) => ({ id: upload }),
  'UploadsController.thumbnail': ({ upload }) => ({ id: upload }),
};

const parameters: Readonly<Record<string, string>> = {
  region,
  item: 'unit-enrolment',
  material: 'household-register',
  document: 'acceptance-notice',
  question: 'members',
  code: 'ABCDEFGH2345',
  creditCode: '91620102MA7YB0107J',
  ordinal: '7777',
  year: '2097',
};

export function requestOf(operation: string, path: string, method: string, things: Things): Asked {
  const { id, body, headers = {} } = builds[operation]?.(things) ?? {};
  // `DELETE /cases/{id}/materials/{material}` says its version in the query.
  const query = method === 'DELETE' && path.includes('/materials/') ? '?version=1' : '';
  const filled = path
    .replace('/api/v1', '')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'id'
        ? path.startsWith('/api/v1/regions')
          ? 'remote-retiree'
          : (id ?? things.draft)
        : (parameters[name] ?? name),
    );
  const trail = operation === 'AuditPagesController.page' ? `?case=${things.filed}` : '';
  return {
    path: filled + query + trail,
    ...(body === undefined ? {} : { body }),
    headers: { ...headers, ...(method === 'GET' || method === 'HEAD' ? {} : { 'idempotency-key': randomUUID() }) },
  };
}
