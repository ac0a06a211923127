/** The line between phone and server, which can be cut, or lose answers after the server has done what was asked. */
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface PhoneLine extends AsyncDisposable {
  readonly url: string;
  /** From now on no answer of a path that ends so arrives: Chromium by itself asks a second time on a fresh connection. */
  loseAnswers(pathEnd: string): void;
  /** From now on nothing goes through, and what is under way breaks off. */
  cut(): void;
  heal(): void;
}

export async function phoneLine(serverUrl: string): Promise<PhoneLine> {
  let lost: string | null = null;
  let isCut = false;

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
    call.once('error', () => onward.destroy());
    call.pipe(onward);
  }

  const server = createServer(carry);
  server.on('connection', (socket) => {
    if (isCut) socket.destroy();
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    loseAnswers: (pathEnd) => {
      lost = pathEnd;
    },
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    heal: () => {
      lost = null;
      isCut = false;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resume) => server.close(resume));
    },
  };
}
