/** The words of the status item, free of VS Code. */
import type { ServerState } from './server-session';
import type { Treatment } from './treatment';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly problem: boolean;
  readonly busy: boolean;
}

/** What the status item says of a document; undefined when there is nothing to say, so that other files show nothing of us. */
export function statusText(treatment: Treatment | undefined, server: ServerState): StatusText | undefined {
  if (!treatment) return undefined;
  const { handling, recognition, chosen } = treatment;
  const calm = { problem: false, busy: false };

  if (handling === 'serve') {
    const problem = server === 'stopped';
    const why = chosen ? 'you chose so' : recognition.reason;
    return {
      text: 'GitLab Runner Config',
      detail: problem ? 'the language server is not running' : why,
      problem,
      busy: server === 'starting',
    };
  }
  if (handling === 'leave' && chosen) return { text: 'Not GitLab Runner Config', detail: 'you chose so', ...calm };
  if (recognition.verdict === 'no' || handling === 'switch' || handling === 'switch-away') return undefined;
  return { text: 'Looks like GitLab Runner Config', detail: recognition.reason, ...calm };
}
