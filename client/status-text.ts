/** The words of the status item, free of VS Code. */
import type { TargetRunner } from '../protocol/target';
import { containerOf } from './document-kind';
import { DISPLAY_NAME } from './names';
import { reasonText } from './recognition-reason';
import type { ServerState } from './server-session';
import type { Translate } from './translate';
import type { Treatment } from './treatment';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  /** Which runner the file is checked for: an item of its own, because the link behind a longer line is cut off. */
  readonly target?: string | undefined;
  readonly problem: boolean;
  readonly busy: boolean;
}

/** What the server has said of a document. */
export interface Served {
  readonly server: ServerState;
  /** How many configurations it found, which is what makes a YAML or Markdown file ours. */
  readonly regions: number;
  /** The runners that it checks them for; none until it has said so. */
  readonly targets: readonly TargetRunner[];
}

/** Which runner a file is checked for, and who says so; undefined until the server has said it. */
function targetText(t: Translate, targets: readonly TargetRunner[]): string | undefined {
  const [first, ...others] = targets;
  if (!first) return undefined;
  const { version } = first;
  if (others.length > 0) {
    const versions = targets.map((target) => target.version).join(', ');
    return t('Checked for the GitLab Runner versions {versions}.', { versions });
  }
  switch (first.source) {
    case 'comment':
      return t('Checked for GitLab Runner {version} (from the comment).', { version });
    case 'setting':
      return t('Checked for GitLab Runner {version} (from the setting).', { version });
    case 'newest':
      return t('Checked for GitLab Runner {version} (the newest released version).', { version });
  }
}

function countText(t: Translate, format: string, count: number): string {
  return count === 1
    ? t('This {format} file holds 1 runner configuration.', { format })
    : t('This {format} file holds {count} runner configurations.', { format, count });
}

/** Whether the document is no configuration itself, but may have some in it. */
export function holdsRegions({ kind }: Treatment): boolean {
  return containerOf(kind) !== undefined;
}

/** What the status item says of a document; undefined when there is nothing to say, so that other files show nothing of us. */
export function statusText(t: Translate, treatment: Treatment | undefined, served: Served): StatusText | undefined {
  if (!treatment) return undefined;
  const { handling, recognition, chosen } = treatment;
  if (handling === 'serve') return servedText(t, treatment, served);
  if (handling === 'leave' && chosen) {
    return calm(t('Not GitLab Runner Config'), t('You chose to leave the file alone.'));
  }
  // Of a file around configurations it is only known that it can hold one.
  if (holdsRegions(treatment) || recognition.verdict === 'no') return undefined;
  if (handling === 'switch' || handling === 'switch-away') return undefined;
  return calm(t('Looks like GitLab Runner Config'), reasonText(t, recognition.reason));
}

function servedText(t: Translate, { recognition, chosen, kind }: Treatment, served: Served): StatusText | undefined {
  const { server, regions, targets } = served;
  if (server === 'stopped') {
    return { ...calm(DISPLAY_NAME, t('The language server is not running.')), problem: true };
  }
  const container = containerOf(kind);
  if (container) {
    if (regions === 0) return undefined;
    return { ...calm(DISPLAY_NAME, countText(t, container.name, regions)), target: targetText(t, targets) };
  }
  const why = chosen
    ? t('You chose to treat the file as a GitLab Runner configuration.')
    : reasonText(t, recognition.reason);
  return { ...calm(DISPLAY_NAME, why), target: targetText(t, targets), busy: server === 'starting' };
}

function calm(text: string, detail: string): StatusText {
  return { text, detail, problem: false, busy: false };
}
