import { AuditEntry } from '../audit/audit-entry.entity.js';
import { AuditHead } from '../audit/audit-head.entity.js';
import { CaseDuty } from '../cases/case-duty.entity.js';
import { CaseHistory } from '../cases/case-history.entity.js';
import { CaseLeg } from '../cases/legs/case-leg.entity.js';
import { OnceClaim } from '../cases/once/once-claim.entity.js';
import { CaseMaterial } from '../cases/case-material.entity.js';
import { CaseNotice } from '../cases/case-notice.entity.js';
import { Case } from '../cases/case.entity.js';
import { CaseFeedback } from '../cases/stages/case-feedback.entity.js';
import { CaseMessage } from '../cases/stages/case-message.entity.js';
import { PublicNotice } from '../cases/stages/public-notice.entity.js';
import { CaseTable } from '../tables/case-table.entity.js';
import { UnitHandler } from '../units/unit-handler.entity.js';
import { ProxyGrant } from '../grants/proxy-grant.entity.js';
import { Consent } from '../consents/consent.entity.js';
import { DataKey } from '../crypto/data-key.entity.js';
import { IssuedDocument } from '../documents/document.entity.js';
import { IdempotencyRecord } from '../idempotency/idempotency.entity.js';
import { InboxMessage } from '../inbox/inbox-message.entity.js';
import { SubscriptionConsent } from '../inbox/subscription-consent.entity.js';
import { HolidayNotice } from '../calendar/holiday-notice.entity.js';
import { RegionVersionRow } from '../administration/region-version.entity.js';
import { OfficerSessionRow } from '../agency/officer-session.entity.js';
import { Officer } from '../agency/officer.entity.js';
import { OutboxEntry } from '../outbox/outbox.entity.js';
import { PaymentBatch } from '../payments/payment-batch.entity.js';
import { Payment } from '../payments/payment.entity.js';
import { Person } from '../people/person.entity.js';
import { Rating } from '../ratings/rating.entity.js';
import { Rectification } from '../ratings/rectification.entity.js';
import { CaseDeletion } from '../retention/case-deletion.entity.js';
import { CaseHold } from '../cases/office/case-hold.entity.js';
import { Reading } from '../reading/reading.entity.js';
import { Receipt } from '../receipts/receipt.entity.js';
import { DraftWarning } from '../cases/draft-warning.entity.js';
import { Session } from '../session/session.entity.js';
import { WechatAccount } from '../session/wechat-account.entity.js';
import { Upload } from '../uploads/upload.entity.js';

/** Every table of the product. */
export const entities = [
  AuditEntry,
  AuditHead,
  Case,
  CaseDeletion,
  CaseDuty,
  CaseFeedback,
  CaseHistory,
  CaseHold,
  CaseLeg,
  CaseMaterial,
  CaseMessage,
  CaseNotice,
  CaseTable,
  Consent,
  DataKey,
  DraftWarning,
  HolidayNotice,
  IdempotencyRecord,
  InboxMessage,
  SubscriptionConsent,
  IssuedDocument,
  Officer,
  OfficerSessionRow,
  OnceClaim,
  OutboxEntry,
  Payment,
  PaymentBatch,
  Person,
  ProxyGrant,
  PublicNotice,
  Rating,
  Reading,
  Receipt,
  Rectification,
  RegionVersionRow,
  Session,
  UnitHandler,
  Upload,
  WechatAccount,
];
