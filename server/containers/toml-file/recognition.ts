/**
 * Is this document GitLab Runner's? Used by the server, and by the client before there is a server to ask.
 *
 * Every `config.toml` of Hugo, Cargo, containerd and the like passes through here, so it is cheap: the beginning of the
 * text, a handful of expressions that are linear in it, nothing parsed. The short lists of names are not read from the
 * schema because the client carries this file and must not carry the schema; a test holds them against the facts.
 */

import { isOurRunners } from './runners-evidence';

export interface Candidate {
  /** Path or URI path of the document, with `/` or `\`. */
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

/** `chosen` means that the document already has our language, whoever gave it. */
export type Verdict = 'path' | 'content' | 'chosen' | 'no';

/**
 * What a document was recognised by, or why it was not. Data, because this file knows no language: the client has the words.
 * - `path`: the end of its path, with `/`
 * - `language`: it has our language, and nothing else tells
 * - `table`: a header that only a runner's configuration has, or `[[runners]]` with nothing that is another program's
 * - `globals`: two global keys, or one and a table, that stand together in no other program's file
 * - `may-hold`: no configuration itself, but there may be one in it
 */
export type Reason =
  | { readonly id: 'path'; readonly path: string }
  | { readonly id: 'table'; readonly header: string }
  | { readonly id: 'globals'; readonly names: readonly [string, string] }
  | { readonly id: 'language' | 'runners-with-executor' | 'may-hold' | 'template-of-other' | 'nothing' };

export interface Recognition {
  readonly verdict: Verdict;
  readonly reason: Reason;
}

export const LANGUAGE_ID = 'gitlab-runner-config';

/** A configuration says what it is early; what follows the first 64 kB is not looked at. */
const SCANNED_LENGTH = 64 * 1024;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Where the runner keeps the file (`/etc/gitlab-runner`, `~/.gitlab-runner`), where people keep what they mount there, and
 * the template of `gitlab-runner register --template-config`. The manifest's `filenamePatterns` say the same; a test compares.
 */
const OUR_PATH = /(?:^|[\\/])(\.?gitlab-runner[\\/](?:config[\\/])?config(?:[.-]template)?\.toml)$/i;

/** Tables that only exist below `[[runners]]`; their header alone tells whose file it is. */
export const RUNNER_TABLES = [
  'artifact',
  'autoscaler',
  'cache',
  'custom',
  'custom_build_dir',
  'docker',
  'experimental',
  'feature_flags',
  'instance',
  'kubernetes',
  'labels',
  'machine',
  'monitoring',
  'parallels',
  'referees',
  'ssh',
  'virtualbox',
] as const;

// Keys and headers are matched ignoring case, as the runner does. In all of these `^` and `[ \t]*` can match in one way only.
/** `[[runners]]`, also half-typed: `[[runners`. */
const RUNNERS_HEADER = /^[ \t]*\[\[[ \t]*["']?runners["']?[ \t]*(?:\]|[#\r\n]|$)/im;
const RUNNER_TABLE_HEADER = new RegExp(
  `^[ \\t]*\\[\\[?[ \\t]*["']?runners["']?[ \\t]*\\.[ \\t]*["']?(${RUNNER_TABLES.join('|')})["']?[ \\t]*[.\\]#\\r\\n]`,
  'im',
);
/** The usual mistakes for `[[runners]]`, and its inline form. Too common a word to be enough alone. */
const RUNNERS_MISTAKEN = /^[ \t]*(?:\[\[?[ \t]*runners?[ \t]*\]|runners[ \t]*=[ \t]*\[[ \t\r\n]*\{)/im;
export const EXECUTOR =
  /\bexecutor["']?[ \t]*=[ \t]*["'](?:shell|docker|docker-windows|docker-autoscaler|docker\+machine|docker-ssh|docker-ssh\+machine|kubernetes|instance|custom|ssh|virtualbox|parallels)["']/i;

const FIRST_HEADER = /^[ \t]*\[/m;
const CONCURRENT = /^[ \t]*concurrent[ \t]*=/im;
const SESSION_SERVER = /^[ \t]*\[[ \t]*session_server[ \t]*\]/im;
const GLOBAL_KEY = /^[ \t]*(check_interval|shutdown_timeout|connection_max_age)[ \t]*=/im;

/** Says whether a document is a GitLab Runner configuration, and by what it was recognised. */
export function recognize(candidate: Candidate): Recognition {
  const place = candidate.path.match(OUR_PATH)?.[1];
  if (place) return { verdict: 'path', reason: { id: 'path', path: place.replaceAll('\\', '/') } };
  if (candidate.languageId === LANGUAGE_ID) return { verdict: 'chosen', reason: { id: 'language' } };
  const evidence = evidenceIn(candidate.text);
  return evidence ? { verdict: 'content', reason: evidence } : { verdict: 'no', reason: { id: 'nothing' } };
}

/** A `.tftpl` is a template of anything: of a script or of cloud-init's YAML too, with our text somewhere inside. */
const OTHER_TEXT = /^\s*(?:#!|#cloud-config|---|[\w-]+:(?:\s|$))/;

/** Whether the file is a template of Terraform for something else than TOML. */
export function isTemplateOfOther(path: string, text: string): boolean {
  return /\.tftpl$/i.test(path) && OTHER_TEXT.test(text);
}

function evidenceIn(wholeText: string): Reason | undefined {
  const start = wholeText.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const text = wholeText.slice(start, start + SCANNED_LENGTH);
  const table = text.match(RUNNER_TABLE_HEADER);
  const isOurs = RUNNERS_HEADER.test(text) && (table !== null || isOurRunners(text, RUNNER_TABLES));
  if (isOurs) return { id: 'table', header: '[[runners]]' };
  if (table) return { id: 'table', header: `[runners.${table[1]?.toLowerCase()}]` };
  if (RUNNERS_MISTAKEN.test(text) && EXECUTOR.test(text)) return { id: 'runners-with-executor' };
  return globalEvidence(text);
}

/** A file before the first `gitlab-runner register` has only globals; two of them together are telling, one is not. */
function globalEvidence(text: string): Reason | undefined {
  const header = text.search(FIRST_HEADER);
  const root = header === -1 ? text : text.slice(0, header);
  const concurrent = CONCURRENT.test(root);
  const sessionServer = SESSION_SERVER.test(text);
  const key = root.match(GLOBAL_KEY)?.[1]?.toLowerCase();
  if (concurrent && key) return { id: 'globals', names: ['concurrent', key] };
  if (concurrent && sessionServer) return { id: 'globals', names: ['concurrent', '[session_server]'] };
  if (key && sessionServer) return { id: 'globals', names: [key, '[session_server]'] };
  return undefined;
}
