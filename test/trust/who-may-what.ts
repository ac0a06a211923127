/**
 * Who may what: one decision for every operation of the API. `everything.test.ts` holds the running product to it, and
 * fails for an operation that is not here, so that a new endpoint needs a decision.
 */
import type { OfficerRole } from '@yiban/shared-types/agency';

export const citizens = ['nobody', 'session', 'self', 'stranger'] as const;
/** Of a filed case: who filed it, under a grant that stands, was revoked or has expired; and a proxy in another matter. */
export const proxies = ['in scope', 'out of scope', 'revoked', 'expired'] as const;
export type Proxy = (typeof proxies)[number];
export const roles = [
  'window',
  'first-reviewer',
  'second-reviewer',
  'payer',
  'expert',
  'supervisor',
  'administrator',
] as const satisfies readonly OfficerRole[];

export type Citizen = (typeof citizens)[number];
/** `yes`, or the code of the problem that refuses. */
export type Cell = string;

export interface Decision {
  readonly citizens: Readonly<Record<Citizen, Cell>>;
  /** Of what is about a case; all else of another person's is not a proxy's either. */
  readonly proxies?: Readonly<Record<Proxy, Cell>>;
  readonly officers: Readonly<Record<OfficerRole, Cell>>;
  /** The same officers, of another region than the thing. */
  readonly elsewhere: Readonly<Record<OfficerRole, Cell>>;
}

const every = (cell: Cell): Readonly<Record<OfficerRole, Cell>> => ({
  window: cell,
  'first-reviewer': cell,
  'second-reviewer': cell,
  payer: cell,
  expert: cell,
  supervisor: cell,
  administrator: cell,
});

/** Open to all, and the same for all. */
const open: Decision = {
  citizens: { nobody: 'yes', session: 'yes', self: 'yes', stranger: 'yes' },
  officers: every('yes'),
  elsewhere: every('yes'),
};

/** The token in the body is the right; these tests send a wrong one. */
const byRefreshToken: Decision = {
  citizens: {
    nobody: 'session-expired',
    session: 'session-expired',
    self: 'session-expired',
    stranger: 'session-expired',
  },
  officers: every('session-expired'),
  elsewhere: every('session-expired'),
};

const byInvitation: Decision = {
  citizens: {
    nobody: 'invitation-invalid',
    session: 'invitation-invalid',
    self: 'invitation-invalid',
    stranger: 'invitation-invalid',
  },
  officers: every('invitation-invalid'),
  elsewhere: every('invitation-invalid'),
};

/** Pictures carry their right in the link; without a good one they are not there, whoever asks. */
const byLinkAlone: Decision = {
  citizens: {
    nobody: 'upload-not-found',
    session: 'upload-not-found',
    self: 'upload-not-found',
    stranger: 'upload-not-found',
  },
  officers: every('upload-not-found'),
  elsewhere: every('upload-not-found'),
};

/** Whoever has a session; an officer's token opens nothing of a citizen's, and the other way round. */
const inSession: Decision = {
  citizens: { nobody: 'session-required', session: 'yes', self: 'yes', stranger: 'yes' },
  officers: every('session-required'),
  elsewhere: every('session-required'),
};

/** The link's code is the right; these tests send a wrong one. */
const byLinkInSession: Decision = {
  citizens: {
    nobody: 'session-required',
    session: 'grant-not-found',
    self: 'grant-not-found',
    stranger: 'grant-not-found',
  },
  officers: every('session-required'),
  elsewhere: every('session-required'),
};

/** The principal's alone; these tests ask as the proxy. */
const noOnesGrant: Decision = {
  citizens: {
    nobody: 'session-required',
    session: 'credential-required',
    self: 'grant-not-found',
    stranger: 'grant-not-found',
  },
  officers: every('session-required'),
  elsewhere: every('session-required'),
};

/** Whoever scanned a credential, about themselves: a stranger sees their own. */
const aboutOneself: Decision = {
  citizens: { nobody: 'session-required', session: 'credential-required', self: 'yes', stranger: 'yes' },
  officers: every('session-required'),
  elsewhere: every('session-required'),
};

/** A thing of one person; to others it is not there. */
const own = (notThere: string): Decision => ({
  citizens: { nobody: 'session-required', session: 'credential-required', self: 'yes', stranger: notThere },
  officers: every('session-required'),
  elsewhere: every('session-required'),
});
/** Besides, whoever filed it for the person, unless their grant was revoked; one that expired lets them finish. */
const ownCase: Decision = {
  ...own('case-not-found'),
  proxies: { 'in scope': 'yes', 'out of scope': 'case-not-found', revoked: 'case-not-found', expired: 'yes' },
};
const ownUpload = own('upload-not-found');
const ownGrant = own('grant-not-found');

/** These tests call from a browser, where no message of WeChat's can be accepted. */
const inWechat: Decision = {
  ...aboutOneself,
  citizens: { ...aboutOneself.citizens, self: 'not-in-wechat', stranger: 'not-in-wechat' },
};

/** An inbox message is marked as read in one's own inbox alone; another's id changes nothing, and says nothing. */
const ownQuietly = aboutOneself;

/** Officers with one of these duties, in their own region; to citizens it is closed. */
const officers = (allowed: readonly OfficerRole[], elsewhere: Cell, here: Cell = 'yes'): Decision => {
  const cells = (yes: Cell) => {
    const all = { ...every('not-allowed') };
    for (const role of allowed) all[role] = yes;
    return all;
  };
  return {
    citizens: {
      nobody: 'session-required',
      session: 'officer-required',
      self: 'officer-required',
      stranger: 'officer-required',
    },
    officers: cells(here),
    elsewhere: cells(elsewhere),
  };
};
const anyOfficer = officers(roles, 'yes');
const anyOfficerOfTheRegion = officers(roles, 'case-not-found');
/** Each in their own region, whichever that is: another region's officer or version is not there. */
const administrator = officers(['administrator'], 'yes');
const duty = (...allowed: readonly OfficerRole[]): Decision => officers(allowed, 'case-not-found');

export const decisions: Readonly<Record<string, Decision>> = {
  'SubscriptionsController.view': aboutOneself,
  'SubscriptionsController.accept': inWechat,
  'ConsentsController.all': aboutOneself,
  'ConsentsController.answer': aboutOneself,
  // The invitation in the body is the right; these tests send a wrong one.
  'AccountsController.begin': byInvitation,
  'AccountsController.open': byInvitation,
  'AccountsController.list': administrator,
  'AccountsController.add': administrator,
  'AccountsController.invite': administrator,
  'AccountsController.block': administrator,
  'AccountsController.unblock': administrator,
  'AccountsController.changeRoles': administrator,
  'HolidaysController.years': administrator,
  'HolidaysController.preview': administrator,
  'HolidaysController.take': administrator,
  'RulesController.region': administrator,
  'RulesController.item': administrator,
  'RulesController.preview': administrator,
  'RulesController.publish': administrator,
  'RulesController.cancel': administrator,
  'OwnAccountController.sessions': anyOfficer,
  'OwnAccountController.endSession': anyOfficer,
  'OwnAccountController.changePassword': anyOfficer,
  'OwnAccountController.renewAuthenticator': anyOfficer,
  'OwnAccountController.confirmAuthenticator': anyOfficer,
  'AgencyController.login': open,
  'AgencyController.refresh': byRefreshToken,
  'AgencyController.logout': anyOfficer,
  // Each their own region's queue.
  'AgencyController.queue': anyOfficer,
  'AgencyController.one': anyOfficerOfTheRegion,
  'AgencyController.document': anyOfficerOfTheRegion,
  'AgencyController.claim': anyOfficerOfTheRegion,
  'AgencyController.release': anyOfficerOfTheRegion,
  'AgencyController.accept': duty('window', 'first-reviewer'),
  'AgencyController.decline': duty('window', 'first-reviewer'),
  'AgencyController.refuseGrant': duty('window', 'first-reviewer'),
  // Each their own region's: another region's officer is not there.
  'AuditPagesController.page': officers(['supervisor'], 'case-not-found'),
  'HandOversController.officers': officers(['supervisor'], 'yes'),
  'HandOversController.cases': officers(['supervisor'], 'yes'),
  'HandOversController.hand': officers(['supervisor'], 'yes'),
  'BusyProxiesController.page': officers(['supervisor', 'administrator'], 'yes'),
  // Each their own region's list; another region's case is not there.
  'RectificationsController.waiting': officers(['window', 'first-reviewer', 'second-reviewer', 'supervisor'], 'yes'),
  'RectificationsController.close': duty('window', 'first-reviewer', 'second-reviewer', 'supervisor'),
  // Each their own region's; another region's case is not there.
  'DeletionsController.page': officers(['supervisor', 'administrator'], 'yes'),
  'DeletionsController.workbook': officers(['supervisor', 'administrator'], 'yes'),
  'HoldsController.held': officers(['supervisor'], 'yes'),
  // These tests name a number that no case has.
  'HoldsController.hold': officers(['supervisor'], 'case-not-found', 'case-not-found'),
  'HoldsController.letGo': officers(['supervisor'], 'case-not-found'),
  // Each their own region's.
  'FiguresController.figures': officers(['supervisor'], 'yes'),
  'FiguresController.workbook': officers(['supervisor'], 'yes'),
  'AgencyController.supplement': duty('window', 'first-reviewer', 'second-reviewer', 'expert', 'supervisor'),
  'AgencyController.pass': duty('first-reviewer', 'second-reviewer', 'expert'),
  'AgencyController.sendBack': duty('second-reviewer', 'payer'),
  'AgencyController.reject': duty('first-reviewer', 'second-reviewer', 'expert'),
  'AgencyMessagesController.messages': anyOfficerOfTheRegion,
  'AgencyMessagesController.answer': duty('window', 'first-reviewer', 'second-reviewer', 'supervisor'),
  'AgencyTablesController.rows': anyOfficerOfTheRegion,
  'AgencyTablesController.workbook': anyOfficerOfTheRegion,
  // Each their own region's; another region's batch is not there.
  'PaymentsController.payables': officers(['payer'], 'yes'),
  'PaymentsController.batches': officers(['payer', 'supervisor'], 'yes'),
  'PaymentsController.freeze': officers(['payer'], 'yes'),
  'PaymentsController.one': officers(['payer', 'supervisor'], 'batch-not-found'),
  'PaymentsController.file': officers(['payer'], 'batch-not-found'),
  'PaymentsController.takeResults': officers(['payer'], 'batch-not-found'),
  'PaymentsController.dissolve': officers(['payer'], 'batch-not-found'),
  // Starts a case in the officer's own region, whichever that is.
  'GrantsController.start': officers(['window', 'first-reviewer'], 'yes'),
  'GrantsController.look': anyOfficerOfTheRegion,

  'CasesController.open': aboutOneself,
  'CasesController.list': aboutOneself,
  'CasesController.one': ownCase,
  'CasesController.save': ownCase,
  'CasesController.discard': ownCase,
  'CasesController.check': ownCase,
  'CasesController.registrations': ownCase,
  'CasesController.submit': ownCase,
  'CasesController.supplement': ownCase,
  'CasesController.withdraw': ownCase,
  'CasesController.rate': ownCase,
  'CasesController.attach': ownCase,
  'CasesController.detach': ownCase,
  'CasesController.document': ownCase,
  'CertificatesController.withdraw': ownCase,
  'CaseTablesController.attach': ownCase,
  'CaseTablesController.rows': ownCase,
  'CaseTablesController.workbook': ownCase,
  'StagesController.messages': ownCase,
  'StagesController.say': ownCase,
  'StagesController.solved': ownCase,
  'StagesController.feedback': ownCase,

  'CatalogueController.regions': open,
  'CatalogueController.items': open,
  'CatalogueController.item': open,
  'CatalogueController.aidStandards': open,
  'RatingsController.figures': open,
  'SamplePicturesController.sample': open,
  'EstimatesController.maternityAllowance': open,
  'PublicNoticesController.page': open,
  'TableTemplatesController.template': open,
  'VerificationController.verify': open,
  'HealthController.live': open,
  'HealthController.ready': open,
  // Figures of the process, no personal data (at-rest.test.ts looks); the reverse proxy keeps it inside.
  'HealthController.metrics': open,

  'SessionController.open': open,
  'SessionController.refresh': byRefreshToken,
  'SessionController.end': inSession,
  'LoginsController.logins': aboutOneself,
  'LoginsController.endOthers': aboutOneself,
  'CredentialController.scan': inSession,
  'MeController.me': aboutOneself,
  'MeController.enrolled': aboutOneself,
  'MeController.registrations': aboutOneself,
  'SuggestionsController.suggested': aboutOneself,
  'MeController.messages': aboutOneself,
  'MeController.read': ownQuietly,
  'PersonalDataController.everything': aboutOneself,
  'PersonalDataController.workbook': aboutOneself,
  'PersonalDataController.close': aboutOneself,
  'LiveRecordsController.accounts': aboutOneself,
  'LiveRecordsController.payments': aboutOneself,
  'LiveRecordsController.entitlements': aboutOneself,
  // Whoever acts for the unit; to others it is not there.
  'UnitEnrolmentController.enrolment': own('unit-not-found'),
  'UnitsController.mine': aboutOneself,
  'UnitsController.add': aboutOneself,
  'UnitsController.leave': own('unit-not-found'),

  'UploadsController.capabilities': open,
  'UploadsController.create': aboutOneself,
  'UploadsController.offset': ownUpload,
  'UploadsController.append': ownUpload,
  'UploadsController.view': ownUpload,
  'UploadsController.remove': ownUpload,
  'ReadingsController.reading': ownUpload,
  'TrimmingController.trim': ownUpload,
  'ProxyGrantsController.terms': aboutOneself,
  'ProxyGrantsController.ask': aboutOneself,
  'ProxyGrantsController.list': aboutOneself,
  'ProxyGrantsController.request': byLinkInSession,
  'ProxyGrantsController.one': ownGrant,
  'ProxyGrantsController.letter': ownGrant,
  'ProxyGrantsController.scan': ownGrant,
  'ProxyGrantsController.sign': ownGrant,
  // Whoever asked is not the one who was asked, and of another's link nobody learns that it is there.
  'ProxyGrantsController.refuse': noOnesGrant,
  'ProxyGrantsController.tell': noOnesGrant,
  'ProxyGrantsController.end': ownGrant,
  'UploadsController.picture': byLinkAlone,
  'UploadsController.thumbnail': byLinkAlone,
};
