/** Requests that the client takes back before their turn are never run: while the user types, most completions are. */
import { type ConnectionStrategy, LSPErrorCodes, Message } from 'vscode-languageserver';

export const cancellation: ConnectionStrategy = {
  cancelUndispatched: (message) => {
    if (!Message.isRequest(message)) return undefined;
    const error = { code: LSPErrorCodes.RequestCancelled, message: 'Cancelled by the client' };
    return { jsonrpc: message.jsonrpc, id: message.id, error };
  },
};
