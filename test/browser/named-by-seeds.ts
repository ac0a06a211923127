/** Which region has which item, by the seeds alone: the table of domain.md, typed in again. */

/** The seeds that hold in a region. */
const seedsOf = {
  '620000': ['001', '003'],
  '140825': ['004', '003'],
  '340000': ['000', '003'],
} as const;

/** Item → the seeds that name it. */
const namedBy: Readonly<Record<string, readonly string[]>> = {
  'unit-enrolment': ['000', '001', '003', '004'],
  'employee-enrolment': ['000', '001', '003', '004'],
  'resident-enrolment': ['000', '001', '003', '004'],
  'unit-enrolment-change': ['000', '001', '003', '004'],
  'employee-enrolment-change': ['000', '001', '003', '004'],
  'resident-enrolment-change': ['000', '001', '003', '004'],
  'unit-enrolment-query': ['000', '001', '003', '004'],
  'person-enrolment-query': ['000', '001', '003', '004'],
  'account-withdrawal': ['000', '001', '003', '004'],
  'enrolment-certificate': ['000', '001', '003', '004'],
  'relation-transfer': ['000', '001', '003', '004'],
  'remote-retiree': ['000', '001', '003', '004'],
  'remote-resident': ['000', '001', '003', '004'],
  'remote-worker': ['000', '001', '003', '004'],
  'remote-referral': ['000', '001', '003', '004'],
  'chronic-disease': ['000', '001', '003', '004'],
  'special-drug': ['004'],
  'outpatient-reimbursement': ['000', '001', '003', '004'],
  'inpatient-reimbursement': ['000', '001', '003', '004'],
  'maternity-prenatal': ['000', '001', '003', '004'],
  'maternity-delivery': ['000', '001', '003', '004'],
  'maternity-family-planning': ['000', '001', '003', '004'],
  'maternity-allowance': ['000', '001', '003', '004'],
  'aid-premium-subsidy': ['001', '003', '004'],
  'aid-reimbursement': ['001', '003', '004'],
  'institution-designation': ['000', '001', '003', '004'],
  'pharmacy-designation': ['000', '001', '003', '004'],
  'institution-settlement': ['000', '001', '003', '004'],
  'pharmacy-settlement': ['000', '001', '003', '004'],
  'settlement-coordination': ['000', '003'],
  'contribution-base': ['000'],
  'aid-standard': ['000'],
  'aid-grant': ['000'],
};

/** `region item` for every item in every region whose seeds name it. */
export function itemsNamedBySeeds(): readonly string[] {
  return Object.entries(seedsOf).flatMap(([region, seeds]) =>
    Object.entries(namedBy)
      .filter(([, by]) => seeds.some((seed) => by.includes(seed)))
      .map(([item]) => `${region} ${item}`),
  );
}
