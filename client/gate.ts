/**
 * The gate between VS Code and the server. The client listens to every `toml` document, because another extension may own
 * the language of ours; through the gate go only the documents that we serve, so that a `Cargo.toml` costs nothing.
 */
import { RECOGNITION_NOTIFICATION, type RecognitionParams } from '../protocol/recognition';

type Message = string | { readonly method: string };
type SendRequest = (message: Message, params?: unknown, token?: never) => Promise<unknown>;
type SendNotification = (message: Message, params?: unknown) => Promise<void>;

export interface Gate {
  /** The general middleware of the language client. */
  readonly middleware: {
    sendRequest(message: Message, params: unknown, token: unknown, next: SendRequest): Promise<unknown>;
    sendNotification(message: Message, next: SendNotification, params: unknown): Promise<void>;
  };
  isOpen(uri: string): boolean;
  /** The server is a new one: nothing is open in it. */
  reset(): void;
}

/** How long a request waits for its document to be opened. */
const PATIENCE = 10_000;

/**
 * A gate that lets a document in when `isServed` says so at the moment of opening, and out only if it went in. `opened` hears of
 * each that went in.
 */
export function createGate(isServed: (uri: string) => boolean, opened: (uri: string) => void = () => {}): Gate {
  const open = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();

  /** VS Code asks for an outline once, when a document gets its language, which may be before the server is told of it. */
  function opening(uri: string): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE);
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      waiting.set(uri, [...(waiting.get(uri) ?? []), go]);
    });
  }

  function letIn(uri: string): void {
    open.add(uri);
    for (const resolve of waiting.get(uri) ?? []) resolve();
    waiting.delete(uri);
  }

  return {
    middleware: {
      async sendRequest(message, params, token, next) {
        const uri = documentUri(params);
        if (uri !== undefined && !open.has(uri) && isServed(uri)) await opening(uri);
        return uri === undefined || open.has(uri) ? next(message, params, token as never) : null;
      },

      async sendNotification(message, next, params) {
        const uri = documentUri(params);
        const method = typeof message === 'string' ? message : message.method;
        if (uri === undefined) return next(message, params);
        if (method === 'textDocument/didOpen') {
          if (open.has(uri) || !isServed(uri)) return;
          letIn(uri);
          // The server recognises by itself; here it learns that the client has decided, so that both agree while the text changes.
          void next(RECOGNITION_NOTIFICATION, { uri, choice: 'ours' } satisfies RecognitionParams);
          await next(message, params);
          return opened(uri);
        }
        if (!open.has(uri)) return;
        if (method === 'textDocument/didClose') open.delete(uri);
        return next(message, params);
      },
    },
    isOpen: (uri) => open.has(uri),
    reset: () => open.clear(),
  };
}

function documentUri(params: unknown): string | undefined {
  const uri = (params as { textDocument?: { uri?: unknown } } | undefined)?.textDocument?.uri;
  return typeof uri === 'string' ? uri : undefined;
}
