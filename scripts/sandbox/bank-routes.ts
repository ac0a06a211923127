import type { FastifyInstance } from 'fastify';
import { dateInChina } from './china-time.ts';

interface BankPayment {
  readonly serial: string;
  readonly name: string;
  readonly account: string;
  readonly amount: string;
  readonly result: '成功' | '失败';
}

/**
 * A bank, as its counter for files: takes the batch as it was exported (CSV in GB18030) and gives the results back
 * (docs/bank-files.md). A serial number is paid once, however often its file is handed in. An account that ends in 0000
 * is refused. Wants a scope of its own: it changes how bodies are read.
 */
export function bankRoutes(scope: FastifyInstance): void {
  const payments = new Map<string, BankPayment>();

  scope.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
  scope.post('/bank/files', (request, reply) => {
    if (!Buffer.isBuffer(request.body)) return reply.code(400).send({ message: 'a CSV file is wanted' });
    const [, ...lines] = new TextDecoder('gb18030').decode(request.body).trim().split(/\r?\n/);
    const rows = lines.map((line) => {
      const [serial = '', name = '', account = '', , amount = ''] = line.split(',');
      const known = payments.get(serial);
      const payment = known ?? { serial, name, account, amount, result: account.endsWith('0000') ? '失败' : '成功' };
      payments.set(serial, payment);
      return [
        serial,
        payment.result,
        payment.result === '失败' ? '账号与户名不符' : '',
        dateInChina(new Date()),
        amount,
      ];
    });
    const file = [['流水号', '结果', '原因', '日期', '金额'], ...rows].map((row) => `${row.join(',')}\r\n`).join('');
    return reply.type('text/csv; charset=utf-8').send(file);
  });
  scope.get('/bank/payments', () => [...payments.values()]);
}
