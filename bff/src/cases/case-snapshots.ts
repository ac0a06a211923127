/** What stands on the papers of a case, as snapshots that are frozen when a paper is issued. */
import type { AlternativeFile } from '../catalogue/material-file.js';
import { valueOf } from '../catalogue/conditions.js';
import type { Verification } from '../documents/document-content.js';
import type { CaseSnapshot, MaterialSnapshot, SettlementSnapshot } from '../documents/document-snapshot.js';
import { shownDate } from '../documents/shown-values.js';
import { uploadIds, type CaseSubject } from './case-subject.js';
import { alternativesOpen, isMetByItself } from './checks.js';
import type { Payee } from './payee.js';

export function caseSnapshot(
  { row, item, region, person, applicant, form }: CaseSubject,
  verification: Verification | null,
  issuedAt: string,
): CaseSnapshot {
  const phone = typeof form['phone'] === 'string' ? form['phone'] : person.data.phone;
  return {
    issuedAt,
    regionName: region.name,
    agency: {
      name: region.agency,
      address: region.address,
      hours: region.hours,
      phone: region.phone,
      complaintPhone: region.complaintPhone,
    },
    verification,
    item: { name: item.name, code: item.code },
    caseNumber: row.number,
    submittedAt: row.submittedAt,
    applicant: { name: person.data.name, idNo: person.data.idNo, phone },
    proxy:
      row.applicantId === row.personId
        ? null
        : { name: applicant.data.name, idNo: applicant.data.idNo, phone: applicant.data.phone, relation: null },
  };
}

export function materialSnapshots({ item, attached }: CaseSubject, facts: object): readonly MaterialSnapshot[] {
  const shownKinds: Readonly<Record<AlternativeFile['kind'], string>> = {
    credential: '已核验医保电子凭证',
    photo: '拍照上传',
    generated: '系统填写，本人签名',
    commitment: '个人承诺书',
    data: '部门数据共享',
  };
  return item.materials.flatMap((material) => {
    const open = alternativesOpen(material, facts);
    const own = attached.find((row) => row.material === material.id);
    const alternative =
      open.find(({ id }) => id === own?.alternative) ?? (isMetByItself(open, facts) ? open[0] : undefined);
    if (alternative === undefined) return [];
    const pages = own === undefined ? 0 : uploadIds(own.uploads).length;
    return [{ name: alternative.name, shown: shownKinds[alternative.kind], pages: pages === 0 ? null : pages }];
  });
}

/** `{{form.x}}` and `{{person.x}}` of a letter; dates as people read them. */
export function filledIn(paragraph: string, facts: object): string {
  return paragraph.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
    const value = valueOf({ var: name }, facts);
    if (typeof value !== 'string' && typeof value !== 'number') return '＿＿＿＿';
    return value === '' ? '＿＿＿＿' : shownDate(String(value));
  });
}

export function shownPayee(payee: Payee | null): SettlementSnapshot['settlement']['payee'] {
  return payee === null ? null : { ...payee, bank: payee.bank === '' ? null : payee.bank };
}
