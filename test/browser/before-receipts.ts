/** Everything that a claim for a delivery asks before its receipts. */
export const beforeReceipts = {
  claimant: 'mother',
  deliveryDate: '2026-09-12',
  deliveryPlace: { code: '620102', name: '甘肃省 兰州市 城关区' },
  deliveryHospital: '兰州市妇幼保健院',
  birthKind: 'natural',
  children: 1,
};
