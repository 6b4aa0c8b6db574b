/** The words of the status item, free of VS Code. */
import type { TargetRunner } from '../protocol/target';
import { containerOf } from './document-kind';
import { reasonText } from './recognition-reason';
import type { ServerState } from './server-session';
import type { Treatment } from './treatment';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly problem: boolean;
  readonly busy: boolean;
}

const sources = { comment: 'from the comment', setting: 'from the setting', newest: 'newest known' };

/** `, for GitLab Runner 16.6 (from the comment)`; nothing until the server has said it. */
function forRunner(targets: readonly TargetRunner[]): string {
  const [first, ...others] = targets;
  if (!first) return '';
  if (others.length > 0) return `, for GitLab Runner ${targets.map(({ version }) => version).join(' and ')}`;
  return `, for GitLab Runner ${first.version} (${sources[first.source]})`;
}

/** Whether the document is no configuration itself, but may have some in it. */
export function holdsRegions({ kind }: Treatment): boolean {
  return containerOf(kind) !== undefined;
}

/**
 * What the status item says of a document; undefined when there is nothing to say, so that other files show nothing of us.
 * `regions`: how many configurations the server found, which is what makes a YAML or Markdown file ours.
 * `targets`: the runners that it checks them for.
 */
export function statusText(
  treatment: Treatment | undefined,
  server: ServerState,
  regions = 0,
  targets: readonly TargetRunner[] = [],
): StatusText | undefined {
  if (!treatment) return undefined;
  const { handling, recognition, chosen, kind } = treatment;
  const isAround = holdsRegions(treatment);
  const calm = { problem: false, busy: false };

  if (isAround && handling === 'serve' && server !== 'stopped') {
    if (regions === 0) return undefined;
    const counted = regions === 1 ? '1 runner configuration' : `${regions} runner configurations`;
    return {
      text: 'GitLab Runner Config',
      detail: `${counted} in this ${containerOf(kind)?.name} file${forRunner(targets)}`,
      ...calm,
    };
  }

  if (handling === 'serve') {
    const problem = server === 'stopped';
    const why = chosen ? 'you chose so' : reasonText(recognition.reason);
    return {
      text: 'GitLab Runner Config',
      detail: problem ? 'the language server is not running' : why + forRunner(targets),
      problem,
      busy: server === 'starting',
    };
  }
  if (handling === 'leave' && chosen) return { text: 'Not GitLab Runner Config', detail: 'you chose so', ...calm };
  // Of these it is only known that they can hold one.
  if (isAround || recognition.verdict === 'no' || handling === 'switch' || handling === 'switch-away') return undefined;
  return { text: 'Looks like GitLab Runner Config', detail: reasonText(recognition.reason), ...calm };
}
