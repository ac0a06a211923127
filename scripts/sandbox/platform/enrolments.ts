import type { Person } from '../people.ts';
import { employerName, employers } from '../registers.ts';
import { accountOf } from './accounts.ts';
import type { ListedEmployee } from './employee-lists.ts';
import type { Ledger } from './ledger.ts';

/** insuinfo of 1101: the rows a person came with, those registered since, and what was changed. */
export function enrolmentRows(person: Person, ledger: Ledger) {
  const { balance } = accountOf(person, ledger);
  const rows = person.enrolments.map((row): EnrolmentRow => ({
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
  for (const listed of ledger.employees.of(person.idNo)) takeOver(rows, listed, person);
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

interface EnrolmentRow {
  balc: string;
  insutype: '310' | '390' | '510';
  psn_type: string;
  psn_insu_stas: string;
  psn_insu_date: string;
  paus_insu_date: string | null;
  cvlserv_flag: string;
  insuplc_admdvs: string;
  emp_name: string;
}

/** A row of a unit's list: who comes is enrolled there, and no longer elsewhere; who goes is paused or ended. */
function takeOver(rows: EnrolmentRow[], { creditCode, action, since }: ListedEmployee, person: Person): void {
  const unit = employers.find((one) => one.creditCode === creditCode);
  const employed = rows.filter((row) => row.insutype === '310' && row.psn_insu_stas !== '4');
  switch (action) {
    case 'add':
    case 'move':
      for (const row of employed) Object.assign(row, { psn_insu_stas: '2', paus_insu_date: since });
      rows.unshift({
        balc: '0.00',
        insutype: '310',
        psn_type: '1101',
        psn_insu_stas: '1',
        psn_insu_date: since,
        paus_insu_date: null,
        cvlserv_flag: '0',
        insuplc_admdvs: unit?.division ?? person.region,
        emp_name: unit?.name ?? '',
      });
      return;
    case 'pause':
      for (const row of employed) Object.assign(row, { psn_insu_stas: '2', paus_insu_date: since });
      return;
    case 'end':
    case 'emigrate':
      for (const row of employed) Object.assign(row, { psn_insu_stas: '4', paus_insu_date: since });
      return;
    case 'resume':
      for (const row of employed.slice(0, 1)) Object.assign(row, { psn_insu_stas: '1', paus_insu_date: null });
      return;
    case 'retire':
      for (const row of employed) row.psn_type = '1201';
  }
}
