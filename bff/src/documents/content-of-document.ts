/** One kind, one file under `contents`; this is where a kind finds its file. */
import { acceptanceNotice } from './contents/acceptance-notice.js';
import { applicationForm } from './contents/application-form.js';
import { authorizationLetter } from './contents/authorization-letter.js';
import { commitmentLetter } from './contents/commitment-letter.js';
import { declineNotice } from './contents/decline-notice.js';
import { enrolmentCertificate } from './contents/enrolment-certificate.js';
import { oneTimeNotice } from './contents/one-time-notice.js';
import { registrationForm } from './contents/registration-form.js';
import { rejectionNotice } from './contents/rejection-notice.js';
import { settlementStatement } from './contents/settlement-statement.js';
import type { DocumentContent } from './document-content.js';
import type { DocumentSnapshot } from './document-snapshot.js';

/** What the paper says, from the facts it is about. */
export function contentOfDocument(snapshot: DocumentSnapshot): DocumentContent {
  switch (snapshot.kind) {
    case 'acceptance-notice':
      return acceptanceNotice(snapshot.facts);
    case 'one-time-notice':
      return oneTimeNotice(snapshot.facts);
    case 'decline-notice':
      return declineNotice(snapshot.facts);
    case 'rejection-notice':
      return rejectionNotice(snapshot.facts);
    case 'registration-form':
      return registrationForm(snapshot.facts);
    case 'application-form':
      return applicationForm(snapshot.facts);
    case 'commitment-letter':
      return commitmentLetter(snapshot.facts);
    case 'authorization-letter':
      return authorizationLetter(snapshot.facts);
    case 'settlement-statement':
      return settlementStatement(snapshot.facts);
    case 'enrolment-certificate':
      return enrolmentCertificate(snapshot.facts);
  }
}
