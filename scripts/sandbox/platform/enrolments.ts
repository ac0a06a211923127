import type { Person } from '../people.ts';
import { employerName } from '../registers.ts';
import { accountOf } from './accounts.ts';
import type { Ledger } from './ledger.ts';

/** insuinfo of 1101: the rows a person came with, those registered since, and what was changed. */
export function enrolmentRows(person: Person, ledger: Ledger) {
  const { balance } = accountOf(person, ledger);
  const rows = person.enrolments.map((row) => ({
    balc: row.insutype === '310' && row.status === '1' ? balance : '0.00',
    insutype: row.insutype,
    psn_type: row.psnType,
    psn_insu_stas: row.status,
    psn_insu_date: row.since,
    paus_insu_date: row.pausedSince ?? null,
    cvlserv_flag: '0',
    insuplc_admdvs: row.division,
    emp_name: employerName(row.employer),
  }));
  for (const { fields } of ledger.of(person.psnNo, 'register-enrolment')) {
    rows.push({
      balc: '0.00',
      insutype: fields['insutype'] === '310' ? '310' : fields['insutype'] === '510' ? '510' : '390',
      psn_type: fields['psn_type'] ?? '',
      psn_insu_stas: '1',
      psn_insu_date: fields['begndate'] ?? '',
      paus_insu_date: null,
      cvlserv_flag: '0',
      insuplc_admdvs: fields['insuplc_admdvs'] ?? person.enrolments[0]?.division ?? person.region,
      emp_name: fields['emp_name'] ?? '',
    });
  }
  // 暂停、恢复、终止: what a change says of the state of one insurance.
  const changes = ledger
    .of(person.psnNo, 'change-enrolment')
    .filter(({ fields }) => fields['psn_insu_stas'] !== undefined);
  return rows.map((row) => {
    const last = changes.findLast(({ fields }) => fields['insutype'] === row.insutype);
    if (last === undefined || row.psn_insu_stas === '4') return row;
    const status = last.fields['psn_insu_stas'] ?? row.psn_insu_stas;
    const paused = status === '1' ? null : (last.fields['begndate'] ?? null);
    return Object.assign(row, { psn_insu_stas: status, paus_insu_date: paused });
  });
}
