/** The address of a preview: of which runner of which file it is. The window may be opened anew with nothing but that. */
import type { RunnerChoice } from '../protocol/preview';

export const PREVIEW_SCHEME = 'gitlab-runner-preview';

/** What a preview is of. */
export interface PreviewSubject {
  /** The address of the file. */
  readonly file: string;
  readonly runner: RunnerChoice;
}

/** The parts of an address. The path is what the tab shows, and that it is YAML. */
export function addressOf(subject: PreviewSubject): { scheme: string; path: string; query: string } {
  const { file, runner } = subject;
  const name = withoutSlashes(file.slice(file.lastIndexOf('/') + 1));
  const label = withoutSlashes(runner.name || String(runner.index + 1));
  return { scheme: PREVIEW_SCHEME, path: `/${name} (${label}).yaml`, query: JSON.stringify(subject) };
}

/** The subject of an address; undefined of one that is none of ours. */
export function subjectOf({ query }: { readonly query: string }): PreviewSubject | undefined {
  try {
    const { file, runner }: Partial<PreviewSubject> = JSON.parse(query);
    return typeof file === 'string' && typeof runner?.index === 'number' ? { file, runner } : undefined;
  } catch {
    return undefined;
  }
}

function withoutSlashes(name: string): string {
  return decoded(name).replaceAll('/', '∕');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
