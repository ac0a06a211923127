import { CaseDuty } from '../cases/case-duty.entity.js';
import { CaseHistory } from '../cases/case-history.entity.js';
import { CaseMaterial } from '../cases/case-material.entity.js';
import { CaseNotice } from '../cases/case-notice.entity.js';
import { Case } from '../cases/case.entity.js';
import { IssuedDocument } from '../documents/document.entity.js';
import { IdempotencyRecord } from '../idempotency/idempotency.entity.js';
import { InboxMessage } from '../inbox/inbox-message.entity.js';
import { OfficerSessionRow } from '../agency/officer-session.entity.js';
import { Officer } from '../agency/officer.entity.js';
import { OutboxEntry } from '../outbox/outbox.entity.js';
import { Person } from '../people/person.entity.js';
import { Rating } from '../ratings/rating.entity.js';
import { Receipt } from '../receipts/receipt.entity.js';
import { Session } from '../session/session.entity.js';
import { WechatAccount } from '../session/wechat-account.entity.js';
import { Upload } from '../uploads/upload.entity.js';

/** Every table of the product. */
export const entities = [
  Case,
  CaseDuty,
  CaseHistory,
  CaseMaterial,
  CaseNotice,
  IdempotencyRecord,
  InboxMessage,
  IssuedDocument,
  Officer,
  OfficerSessionRow,
  OutboxEntry,
  Person,
  Rating,
  Receipt,
  Session,
  Upload,
  WechatAccount,
];
