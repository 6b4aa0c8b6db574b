/**
 * The runner that a document is for: as a comment `# gitlab-runner: version=16.6` in it says, wherever it stands and the
 * first one if there are several; else as the user set; else the newest that is released. A newer one that the facts know is for
 * those who say so: what it deprecates is not deprecated for anybody else yet.
 */

import { compareVersions, readVersion, type Version } from '../schema/version';
import { message } from '../text/message';
import type { Span } from '../toml/syntax';
import type { Context } from './context';
import type { ConfigDocument } from './document';
import type { Finding } from './finding';

export interface Target {
  readonly version: Version;
  readonly source: 'comment' | 'setting' | 'newest';
}

/** A version of a comment, as it is written. */
export interface VersionMark extends Span {
  readonly written: string;
}

const directive = /#\s*gitlab-runner\s*:\s*version\s*=\s*("?)([^\s,;"]*)\1/;

const marks = new WeakMap<ConfigDocument, readonly VersionMark[]>();

/** The comments of a document that name a version. */
export function versionMarks(document: ConfigDocument): readonly VersionMark[] {
  let found = marks.get(document);
  if (!found) {
    found = document.text.includes('gitlab-runner') ? readMarks(document) : [];
    marks.set(document, found);
  }
  return found;
}

function readMarks({ syntax, text }: ConfigDocument): VersionMark[] {
  return syntax.comments.flatMap((comment) => {
    const match = directive.exec(text.slice(comment.start, comment.end));
    if (!match) return [];
    const start = comment.start + match.index;
    return [{ start, end: start + match[0].length, written: match[2] ?? '' }];
  });
}

function newestOf({ schema }: Context): Version {
  return schema.newest().version;
}

/** The runner that a document with these comments is for. */
export function targetOf(marks: readonly VersionMark[], context: Context): Target {
  const newest = newestOf(context);
  for (const { written } of marks) {
    const version = readVersion(written, context.schema.releases, newest);
    if (!('wrong' in version)) return { version, source: 'comment' };
  }
  const set = context.runnerVersion;
  if (!set) return { version: context.schema.released, source: 'newest' };
  return { version: compareVersions(set, newest) > 0 ? newest : set, source: 'setting' };
}

/** The context with the schema of the runner that the document is for. */
export function forTarget(document: ConfigDocument, context: Context): Context {
  return forMarks(versionMarks(document), context);
}

/** The context with the schema of the runner that comments name. */
export function forMarks(marks: readonly VersionMark[], context: Context): Context {
  const { version, source } = targetOf(marks, context);
  // A context is made for those.
  if (source === 'newest') return context;
  const { schema, texts, snippets, exampleLanguage, rulePages, runnerVersion, isVersioned, say } = context;
  return { schema: schema.of(version), texts, snippets, exampleLanguage, rulePages, runnerVersion, isVersioned, say };
}

/** What is wrong with the comments that name a version. */
export function targetFindings(marks: readonly VersionMark[], context: Context): Finding[] {
  let first: VersionMark | undefined;
  return marks.flatMap((mark): Finding[] => {
    const { start, end, written } = mark;
    const version = readVersion(written, context.schema.releases, newestOf(context));
    const wrong = 'wrong' in version;
    if (!wrong && !first) {
      first = mark;
      return [];
    }
    const said = wrong ? message('runner-version', { reason: version.wrong }) : message('runner-version.second');
    return [{ code: 'runner-version', severity: wrong ? 'warning' : 'hint', start, end, message: said }];
  });
}
