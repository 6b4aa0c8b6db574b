/** The address of a preview: of which runner of which file it is. The window may be opened anew with nothing but that. */
import type { RunnerChoice } from '../protocol/preview';

export const PREVIEW_SCHEME = 'gitlab-runner-preview';

/** Which text of the file, or for which runner: as it is on the disk, as it was committed last, or for another version. */
export type PreviewedText = 'saved' | 'head' | { readonly version: string };

/** What a preview is of. */
export interface PreviewSubject {
  /** The address of the file. */
  readonly file: string;
  readonly runner: RunnerChoice;
  /** The runner itself with its defaults, in place of a job. */
  readonly view?: 'effective' | undefined;
  /** Without it the text as it is now. */
  readonly text?: PreviewedText | undefined;
}

/** The parts of an address. The path is what the tab shows, and tells the language. */
export function addressOf(subject: PreviewSubject): { scheme: string; path: string; query: string } {
  const { file, runner, view, text } = subject;
  const name = withoutSlashes(file.slice(file.lastIndexOf('/') + 1));
  const label = withoutSlashes(runner.name || String(runner.index + 1));
  const kind = text === undefined ? '' : `, ${typeof text === 'string' ? text : text.version}`;
  return {
    scheme: PREVIEW_SCHEME,
    path: `/${name} (${label}${withoutSlashes(kind)}).${view ? `${view}.toml` : 'yaml'}`,
    query: JSON.stringify(subject),
  };
}

/** The subject of an address; undefined of one that is none of ours. */
export function subjectOf({ query }: { readonly query: string }): PreviewSubject | undefined {
  try {
    const { file, runner, view, text }: Partial<PreviewSubject> = JSON.parse(query);
    if (typeof file !== 'string' || typeof runner?.index !== 'number') return undefined;
    return { file, runner, ...(view === 'effective' && { view }), ...(isText(text) && { text }) };
  } catch {
    return undefined;
  }
}

function isText(text: PreviewSubject['text']): boolean {
  return text === 'saved' || text === 'head' || typeof text?.version === 'string';
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
