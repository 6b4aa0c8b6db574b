/** A server and a client in this process, joined by two streams. */
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { connectionOptions } from '../../server/lifecycle';
import { start } from '../../server/start';
import { Client } from './client';

export interface Joined {
  readonly client: Client;
  /** Writes several messages at once, so that the server finds them all when it reads. */
  sendTogether(messages: readonly object[]): void;
  /** All that the server wrote. */
  received(): string;
}

/** A client whose server has just been started; both end with the test. */
export function connect(test: TestContext): Joined {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  // Readers and writers, not the streams: at the end of a stream the library would end the process.
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    connectionOptions(),
  );
  start(server);
  const client = new Client(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  test.after(async () => {
    // Refused where the test has sent it, or no `initialize`.
    await client.request('shutdown').catch(() => {});
    client.dispose();
    server.dispose();
  });
  let received = '';
  toClient.on('data', (chunk: Buffer) => {
    received += chunk.toString();
  });
  return {
    client,
    received: () => received,
    sendTogether: (messages) => {
      const frames = messages.map((message) => {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      });
      toServer.write(frames.join(''));
    },
  };
}

/** A client that has said hello. */
export async function initialized(test: TestContext, settings: unknown = null): Promise<Client> {
  const { client } = connect(test);
  client.settings = settings;
  await client.initialize();
  return client;
}
