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
  if (isOfOther || /^#!/.test(text) || isWrittenByScript(document)) return true;
  const { ours, all } = linesOf(document);
  return ours * 2 < all || (!isRecognised && hasOtherTable(document));
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

/** A line that is no TOML says `<<EOF`: another language writes the configuration. */
function isWrittenByScript({ text, lines, syntaxProblems }: ConfigDocument): boolean {
  return syntaxProblems.some(({ start }) =>
    /<<[-~]?[ \t]*["']?[A-Za-z_]/.test(text.slice(start, lines.lineEnd(lines.lineOf(start)))),
  );
}

/** Other programs have tables, too, and values without quotes: `[Service]` of systemd, `[mysqld]`. */
function hasOtherTable({ syntax }: ConfigDocument): boolean {
  return syntax.sections.some(({ header }) => {
    const name = header?.key.segments[0]?.name;
    return name !== undefined && name !== '' && !usualKeys().has(name.toLowerCase());
  });
}

/** How many lines of the text say something, and how many of them TOML. */
function linesOf({ lines, syntax, syntaxProblems }: ConfigDocument): { ours: number; all: number } {
  const wrong = new Set(syntaxProblems.map(({ start }) => lines.lineOf(start)));
  const isRight = ({ start, end }: { start: number; end: number }) =>
    !wrong.has(lines.lineOf(start)) && !wrong.has(lines.lineOf(end));
  const ours = new Set<number>();
  for (const { header, pairs } of syntax.sections) {
    for (const node of [...(header ? [header] : []), ...pairs]) {
      if (!isRight(node) && !(node.type === 'pair' && isOfRunner(node))) continue;
      for (let line = lines.lineOf(node.start); line <= lines.lineOf(node.end); line++) ours.add(line);
    }
  }
  let all = 0;
  for (let line = 0; line < lines.count; line++) {
    const said = syntax.text.slice(lines.lineStart(line), lines.lineEnd(line)).trim();
    if (said !== '' && !said.startsWith('#')) all++;
    else ours.delete(line);
  }
  return { ours: ours.size, all };
}

/** The usual keys: global ones, those of a runner and of its tables. */
const usualKeys = once(() => {
  const names = new Set<string>();
  const add = ({ children }: KeySchema, depth: number) => {
    for (const [name, key] of children) {
      names.add(name);
      if (depth > 1) add(key, depth - 1);
    }
  };
  add(loadSchema().root, 3);
  return names;
});

/** A key that the runner has, with a value that may be wrong. */
function isOfRunner({ key, equals }: KeyValue): boolean {
  const name = key.segments.at(-1)?.name;
  return equals >= 0 && name !== undefined && usualKeys().has(name);
}
