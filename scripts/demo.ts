/**
 * `npm run demo`: plays the retiree's and the mother's case against a running server, over HTTP, down to 办结.
 * BASE_URL (http://localhost:3000) and SANDBOX_URL (http://localhost:3100). Prints a line a step with its time; ends
 * with a non-zero status at the first step that fails.
 */
import { CitizenClient } from './client/citizen.ts';
import { OfficerClient } from './client/officer.ts';
import { freshReceipts, photographed, receiptAnswers, withPhotos, withSignature } from './demo/filed-cases.ts';

const baseUrl = process.env['BASE_URL'] ?? 'http://localhost:3000';
const sandboxUrl = process.env['SANDBOX_URL'] ?? 'http://localhost:3100';

async function step<T>(name: string, deed: () => Promise<T>, shown: (result: T) => string = () => ''): Promise<T> {
  const start = performance.now();
  const result = await deed();
  const time = `${Math.round(performance.now() - start)} ms`.padStart(8);
  console.log(`${time}  ${name}${shown(result) === '' ? '' : `  → ${shown(result)}`}`);
  return result;
}

function ensure(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

async function retiree(): Promise<void> {
  console.log('\n异地安置退休人员备案 remote-retiree (620000)');
  const citizen = await step('scan the credential', () => CitizenClient.scanned(baseUrl, sandboxUrl, 'retiree-gansu'));
  await step(
    'see the enrolment',
    () =>
      citizen.api.call<{ enrolments: readonly { statusName: string; insuranceName: string }[] }>(
        'GET',
        '/me/enrolments',
      ),
    ({ enrolments }) => enrolments.map((one) => `${one.insuranceName} ${one.statusName}`).join('; '),
  );
  let draft = await step('open a draft', () => citizen.open('remote-retiree', '620000'));
  draft = await step('answer the questions', () =>
    citizen.save(draft, {
      destination: { code: '340104', name: '安徽省 合肥市 蜀山区' },
      address: '长江西路 100 号 3 栋 201',
      since: '2024-03-01',
      phone: '13800001234',
    }),
  );
  const early = await step(
    'check: what is missing',
    () => citizen.check(draft),
    ({ errors }) => errors.map(({ message }) => message).join(' '),
  );
  ensure(!early.ready, 'the check let an incomplete draft pass');
  draft = await step('photograph the household register', () =>
    withPhotos(citizen, draft, 'settlement-proof', 'household-register', [
      { title: '居民户口簿', lines: ['户别：家庭户', '户主：赵秀兰', '住址：合肥市蜀山区'] },
      { title: '常住人口登记卡', lines: ['姓名：赵秀兰', '何时由何地迁来本市：2024 年'] },
    ]),
  );
  draft = await step('sign the 备案表', () => withSignature(citizen, draft, 'registration-form', 'registration-form'));
  const submitted = await step(
    'submit',
    () => citizen.submit(draft),
    ({ status, outcome, number }) => `${status} ${outcome ?? ''} ${number ?? ''}`,
  );
  ensure(
    submitted.status === 'closed' && submitted.outcome === 'granted',
    `the case is ${submitted.status}, not 办结: ${submitted.next}`,
  );
  await step(
    'open the 备案表 (PDF)',
    () => citizen.api.pdf(`/cases/${submitted.id}/documents/registration-form`),
    (pdf) => `${pdf.length} bytes`,
  );
  console.log(`          ${submitted.history.map(({ to }) => to).join(' → ')}`);
}

async function mother(): Promise<void> {
  console.log('\n生育医疗费支付 maternity-delivery (620000)');
  const citizen = await step('scan the credential', () => CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu'));
  const receipts = freshReceipts('李文静', '2026-09-14', [312_050, 88_600]);
  let draft = await step('open a draft', () => citizen.open('maternity-delivery', '620000'));
  const photos = await step('photograph two receipts', () =>
    Promise.all(
      receipts.map((receipt) =>
        photographed(citizen, 'receipt', '医疗住院收费票据', [
          `票据代码 ${receipt.code}`,
          `票据号码 ${receipt.number}`,
          `交款人 ${receipt.payer}`,
          `金额合计 ${receipt.total / 100}`,
        ]),
      ),
    ),
  );
  draft = await step('answer the questions', () =>
    citizen.save(draft, {
      claimant: 'mother',
      deliveryDate: '2026-09-12',
      deliveryPlace: { code: '620102', name: '甘肃省 兰州市 城关区' },
      deliveryHospital: '兰州市妇幼保健院',
      birthKind: 'natural',
      children: 1,
      receipts: receiptAnswers(receipts, photos),
      expenseTotal: 400_650,
      withAllowance: false,
      accountHolder: '李文静',
      bank: '中国农业银行',
      bankCard: '6228480402564890018',
      phone: '13900005678',
    }),
  );
  draft = await step('attach the receipts', () =>
    citizen.attach(draft, 'receipts', { alternative: 'receipts', uploads: photos }),
  );
  draft = await step('photograph the expense list', () =>
    withPhotos(citizen, draft, 'expense-list', 'expense-list', [{ title: '住院费用清单', lines: ['合计 4006.50'] }]),
  );
  draft = await step('photograph the medical record', () =>
    withPhotos(citizen, draft, 'medical-record', 'medical-record', [{ title: '出院记录', lines: ['诊断：足月顺产'] }]),
  );
  draft = await step('sign a commitment letter', () =>
    withSignature(citizen, draft, 'fertility-registration', 'commitment-letter'),
  );
  const submitted = await step(
    'submit',
    () => citizen.submit(draft),
    ({ status, number }) => `${status} ${number ?? ''}`,
  );
  const { id } = submitted;
  const [first, second, payer] = await step('three officers log in', () =>
    Promise.all(
      ['first-reviewer', 'second-reviewer', 'payer'].map((role) =>
        OfficerClient.loggedIn(baseUrl, sandboxUrl, role, '620000'),
      ),
    ),
  );
  if (first === undefined || second === undefined || payer === undefined) throw new Error('an officer is missing');
  await step(
    'first reviewer asks for a supplement',
    () =>
      first.act('supplement', id, { items: [{ material: 'medical-record', reason: '出院记录缺第二页，请补拍。' }] }),
    ({ status, clock }) => `${status}, clock ${clock}`,
  );
  await step(
    'she supplements',
    async () => {
      const more = await photographed(citizen, 'medical-record', '出院记录（第二页）', ['医嘱：注意休息']);
      const current = await citizen.one(id);
      const pages =
        current.materials.find(({ material }) => material === 'medical-record')?.uploads.map((upload) => upload.id) ??
        [];
      return citizen.supplement(
        await citizen.attach(current, 'medical-record', { alternative: 'medical-record', uploads: [...pages, more] }),
      );
    },
    ({ status }) => status,
  );
  await step(
    'first reviewer accepts',
    () => first.act('accept', id),
    ({ status, dueAt }) => `${status}, due ${dueAt ?? 'never'}`,
  );
  await step(
    'first reviewer takes it up',
    () => first.claim(id),
    ({ status }) => status,
  );
  await step(
    'first review settles the amounts',
    () =>
      first.act('pass', id, {
        settlement: [
          { category: 'treatment', claimed: 312_050, approved: 312_050 },
          { category: 'medicine', claimed: 88_600, approved: 80_000, reason: '目录外药品' },
        ],
      }),
    ({ status, settlement }) => `${status}, approved ${(settlement?.approved ?? 0) / 100} 元`,
  );
  await step(
    'second officer confirms',
    () => second.act('pass', id),
    ({ status }) => status,
  );
  await step(
    'third officer pays',
    () => payer.payOut(id),
    ({ batch }) => `batch ${batch.number}: ${batch.paid.count} paid, ${batch.paid.total / 100} 元`,
  );
  const closed = await step(
    'she sees every step',
    () => citizen.one(id),
    ({ history }) => history.map(({ to }) => to).join(' → '),
  );
  ensure(closed.status === 'closed', `the case is ${closed.status}, not 办结`);
  await step(
    'open the 结算单 (PDF)',
    () => citizen.api.pdf(`/cases/${id}/documents/settlement-statement`),
    (pdf) => `${pdf.length} bytes`,
  );
}

try {
  await retiree();
  await mother();
  console.log('\nBoth cases are 办结.');
} catch (error) {
  console.error(`\nFAILED: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
