/**
 * What the protocol says of a request at the wrong time: before `initialize` the server is not ready, and a second `initialize`, or
 * anything after `shutdown`, is no valid request. The library would answer them all.
 */
import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  Message,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { cancellation } from './cancellation';

type Refusal = 'early' | 'late';

/** The methods that refused requests are given to: no client knows them. */
const refusals: Readonly<Record<Refusal, { method: string; code: number; message: string }>> = {
  early: { method: '$refused/early', code: ErrorCodes.ServerNotInitialized, message: 'The server is not initialized' },
  late: { method: '$refused/late', code: ErrorCodes.InvalidRequest, message: 'The request comes too late' },
};

/** How the messages of one connection are handled. */
export function connectionOptions(): ConnectionOptions {
  let phase: 'new' | 'running' | 'over' = 'new';
  const refusalOf = ({ method }: RequestMessage): Refusal | undefined => {
    const isFirst = method === 'initialize';
    if (phase === 'new') return isFirst ? undefined : 'early';
    return phase === 'over' || isFirst ? 'late' : undefined;
  };
  return {
    connectionStrategy: cancellation,
    messageStrategy: {
      handleMessage(message, next) {
        if (!Message.isRequest(message)) {
          // A notification gets no answer; before the server is ready only `exit` means something.
          if (Message.isNotification(message) && phase === 'new' && message.method !== 'exit') return;
          return next(message);
        }
        const refusal = refusalOf(message);
        if (refusal) return next({ ...message, method: refusals[refusal].method } as Message);
        if (message.method === 'initialize') phase = 'running';
        if (message.method === 'shutdown') phase = 'over';
        return next(message);
      },
    },
  };
}

/** Answers the requests that are refused. */
export function refuseRequests(connection: Connection): void {
  for (const { method, code, message } of Object.values(refusals)) {
    connection.onRequest(method, () => new ResponseError(code, message));
  }
}
