/** Asks what cures errors of job logs in a document as it is now. */
import type { TextDocument } from 'vscode';
import { type Complaint, CURES_REQUEST, type CuresParams, type CuresResult } from '../protocol/explanation';
import type { ServerSession } from './server-session';

/** The cures of each complaint; none when the server cannot answer. */
export async function requestCures(
  session: ServerSession,
  document: TextDocument,
  complaints: readonly Complaint[],
): Promise<CuresResult> {
  try {
    await session.serve(document);
    const params: CuresParams = { uri: document.uri.toString(), complaints };
    return (await session.ask<CuresResult>(CURES_REQUEST, params)) ?? [];
  } catch {
    // The server did not start, which has been reported, or was stopped meanwhile.
    return [];
  }
}
