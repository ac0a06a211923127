import { dateInChina } from '../china-time.ts';
import type { Deed } from '../journal.ts';
import type { Person } from '../people.ts';
import type { Ledger } from './ledger.ts';

interface Registration {
  readonly trt_dcla_detl_sn: string;
  readonly begndate: string;
  readonly enddate: string;
  readonly vali_flag: '0' | '1';
}

type Kind = 'remote-care' | 'referral' | 'maternity' | 'chronic-disease' | 'institution' | 'accident';

/** A person's registrations of one kind: those they came with and those registered since, with what became of them. */
export function registrationsOf(
  person: Person,
  kind: Kind,
  ledger: Ledger,
  now: Date,
): (Registration & Record<string, string>)[] {
  const today = dateInChina(now);
  const rows = [...givenRows(person, kind), ...ledger.of(person.psnNo, `register-${kind}`).map(rowOfDeed)];
  return rows.map((row, index) => {
    const cancelled = ledger.endOf(row.trt_dcla_detl_sn);
    // One remote-care registration at a time: a later one takes the place of an earlier for good (备案变更).
    const successor = kind === 'remote-care' ? rows[index + 1] : undefined;
    const enddate = cancelled === undefined ? (successor?.begndate ?? row.enddate) : dateInChina(new Date(cancelled));
    const over = cancelled !== undefined || successor !== undefined || (enddate !== '' && enddate < today);
    return Object.assign(row, { enddate, vali_flag: over ? ('0' as const) : ('1' as const) });
  });
}

export function findRegistration(person: Person, number: string, ledger: Ledger, now: Date): Registration | undefined {
  const kinds: Kind[] = ['remote-care', 'referral', 'maternity', 'chronic-disease', 'institution', 'accident'];
  return kinds
    .flatMap((kind) => registrationsOf(person, kind, ledger, now))
    .find((row) => row.trt_dcla_detl_sn === number);
}

function rowOfDeed({ fields, output }: Deed): Registration & Record<string, string> {
  return {
    ...fields,
    trt_dcla_detl_sn: output['trt_dcla_detl_sn'] ?? '',
    begndate: fields['begndate'] ?? '',
    enddate: fields['enddate'] ?? '',
    vali_flag: '1',
  };
}

function givenRows(person: Person, kind: Kind): (Registration & Record<string, string>)[] {
  const row = (given: { no: string; begins: string; ends: string | null }, rest: Record<string, string>) => ({
    ...rest,
    trt_dcla_detl_sn: given.no,
    begndate: given.begins,
    enddate: given.ends ?? '',
    vali_flag: '1' as const,
  });
  switch (kind) {
    case 'remote-care':
      return person.remoteRegistrations.map((one) =>
        row(one, { rloc_coty_type: one.kind, rloc_admdvs: one.destination, resout_addr: one.address }),
      );
    case 'referral':
      return person.referrals.map((one) =>
        row(one, { reflin_medins_name: one.hospital, diag_name: one.diagnosis, mdtrtarea_admdvs: one.destination }),
      );
    case 'chronic-disease':
      return person.chronic.map((one) =>
        row(one, { opsp_dise_code: one.code, opsp_dise_name: one.name, ide_fixmedins_no: one.hospital }),
      );
    case 'maternity':
    case 'institution':
    case 'accident':
      return [];
  }
}
