/**
 * Which files nobody wants checked, though they are named: `lint *` names scripts, logs and pictures, too. A configuration may have
 * any name (`my.conf`, `config.toml.bak`), so it is the text that decides, and the name only where it says what language it is of.
 */
import { isTomlName } from '../../containers/toml-file/names';
import { isTemplateOfOther, recognize } from '../../containers/toml-file/recognition';
import { createDocument } from '../../meaning/create-document';
import type { ConfigDocument } from '../../meaning/document';
import { loadSchema } from '../../schema/schema';
import type { KeySchema } from '../../schema/types';
import { once } from '../../text/once';
import type { KeyValue } from '../../toml/syntax';

/** What a file of another language is called; what it ends in, or its whole name. */
const OTHER_LANGUAGE = new RegExp(
  `(?:\\.(?:${[
    ...['sh', 'bash', 'zsh', 'fish', 'ps1', 'bat', 'cmd', 'py', 'rb', 'pl', 'php', 'lua', 'r', 'sql', 'awk'],
    ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'go', 'rs', 'java', 'kt', 'kts', 'scala', 'swift'],
    ...['c', 'h', 'cc', 'cpp', 'hpp', 'cs', 'tf', 'tfvars', 'hcl', 'nix', 'bicep', 'groovy', 'gradle', 'mk', 'cmake'],
    ...['json', 'json5', 'jsonc', 'xml', 'html', 'htm', 'css', 'scss', 'svg', 'csv', 'tsv', 'rst', 'adoc', 'tex'],
    ...['log', 'patch', 'diff', 'service', 'timer', 'socket', 'pem', 'crt', 'key', 'dockerfile'],
    ...['psm1', 'cue', 'jsonnet', 'org'],
  ].join('|')})|(?:^|[\\\\/])(?:Dockerfile|Containerfile|Makefile|Jenkinsfile|Vagrantfile|Gemfile|LICENSE)[^\\\\/]*)$`,
  'i',
);

/** So much of a file tells whether it is text. */
const LOOKED_AT = 8 * 1024;

/** Whether a file is no text, or the text of another language. */
export function isForeign(path: string, text: string): boolean {
  if (isTemplateOfOther(path, text)) return true;
  if (isTomlName(path)) return isBinary(text) && !saysSomething(createDocument(path, text));
  if (isBinary(text)) return true;
  const isRecognised = recognize({ path, languageId: 'toml', text }).verdict !== 'no';
  const isOfOther = OTHER_LANGUAGE.test(path);
  if (isOfOther && !isRecognised) return true;
  const document = createDocument(path, text);
  if (document.syntaxProblems.every(({ severity }) => severity !== 'error')) return false;
  if (isOfOther || text.startsWith('#!') || isWrittenByScript(text)) return true;
  const { ours, other } = linesOf(text);
  return other > ours;
}

/** A picture, an archive, a program: more than a few control characters, which no text has. */
function isBinary(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  let controls = 0;
  for (let at = 0; at < start.length; at++) {
    const code = start.charCodeAt(at);
    // White space and the escape character that colours a log stand in texts.
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b) controls++;
  }
  return controls >= 8 && controls * 50 > start.length;
}

/** A configuration that was damaged on the disk ends with zeros, and begins with what it was. */
function saysSomething({ syntax }: ConfigDocument): boolean {
  return syntax.sections.some(({ pairs }) => pairs.some(isOfRunner));
}

/** Above the first table stands `<<EOF`: another language writes the configuration. */
function isWrittenByScript(text: string): boolean {
  const table = text.search(/^[ \t]*\[/m);
  return /^[^#\n]{0,500}<<[-~]?[ \t]*["']?[A-Za-z_]/m.test(table < 0 ? text : text.slice(0, table));
}

const HEADER = /^\[\[?[ \t]*["']?([\w-]+)/;
const PAIR = /^(["']?)([\w-]+)\1(?:\.[\w."'-]{0,200})?[ \t]*([=:])[ \t]*(.*)/;
/** Blank lines, comments, values that go on, elided lines, tags of templates. */
const SAYS_NOTHING = /^(?:$|[#"'\]}),.(\d]|\{[{%]|<%|[%$]\{)/;

/**
 * How many lines name what a runner has, right or wrong, and how many are no TOML. One by one, because a bracket or a quote that
 * is missing takes all that follows along in a tree.
 */
function linesOf(text: string): { ours: number; other: number } {
  let ours = 0;
  let other = 0;
  let quotes: string | undefined;
  for (const each of text.split('\n')) {
    const line = each.trim();
    if (quotes !== undefined) {
      if (line.includes(quotes)) quotes = undefined;
      continue;
    }
    const [, table] = HEADER.exec(line) ?? [];
    const [, , key = '', sign, value = ''] = PAIR.exec(line) ?? [];
    if (table !== undefined) {
      // Other programs have tables, too, and values without quotes: `[Service]` of systemd, `[mysqld]`.
      if (names().has(table.toLowerCase())) ours++;
      else other += 2;
    } else if (sign === undefined) other += SAYS_NOTHING.test(line) ? 0 : 1;
    else if (sign === '=' ? names().has(key) : loadSchema().root.children.has(key)) ours++;
    else if (sign === ':' || !/^["'[{\d+-]|^[tf]/.test(value)) other++;
    quotes = opened(value);
  }
  return { ours, other };
}

/** The quotes of a string that goes on in the next line. */
function opened(value: string): string | undefined {
  const quotes = /^(?:"""|''')/.exec(value)?.[0];
  return quotes === undefined || value.includes(quotes, 3) ? undefined : quotes;
}

/** The names of all keys that a runner has. */
const names = once(() => {
  const all = new Set<string>();
  const add = ({ children }: KeySchema, depth: number) => {
    for (const [name, key] of children) {
      all.add(name);
      if (depth > 1) add(key, depth - 1);
    }
  };
  add(loadSchema().root, 5);
  return all;
});

/** A key that the runner has, with a value that may be wrong. */
function isOfRunner({ key, equals }: KeyValue): boolean {
  const name = key.segments.at(-1)?.name;
  return equals >= 0 && name !== undefined && names().has(name);
}
