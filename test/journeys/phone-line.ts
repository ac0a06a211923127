/** The line between phone and server, which can lose answers after the server has done what was asked. */
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface PhoneLine extends AsyncDisposable {
  readonly url: string;
  /** From now on no answer of a path that ends so arrives: Chromium by itself asks a second time on a fresh connection. */
  loseAnswers(pathEnd: string): void;
  heal(): void;
}

export async function phoneLine(serverUrl: string): Promise<PhoneLine> {
  let lost: string | null = null;

  function carry(call: IncomingMessage, reply: ServerResponse): void {
    const { method = 'GET', url = '/', headers } = call;
    const onward = request(new URL(url, serverUrl), { method, headers }, (answer) => {
      if (lost !== null && url.endsWith(lost)) {
        answer.resume().once('end', () => call.socket.destroy());
        return;
      }
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    onward.once('error', () => call.socket.destroy());
    call.pipe(onward);
  }

  const server = createServer(carry);
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    loseAnswers: (pathEnd) => {
      lost = pathEnd;
    },
    heal: () => {
      lost = null;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resume) => server.close(resume));
    },
  };
}
