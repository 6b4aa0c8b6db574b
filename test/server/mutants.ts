/** Texts as they are in the midst of an edit, or after an accident: real files, and our own, with pieces put in and cut out. */
import { readdirSync, readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SHARED } from '../shared';
import type { randomSource } from './toml/random-source';

const CORPUS = `${SHARED}/corpus`;

export interface Source {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

const toml = `concurrent = "4"

[[runners]] # one
  name = "a"
  executor = "docker"
  Limit = 1
  limit = 1
  environment = [
    "A=1" # a
    "B=2"
  ]
  [runners.docker]
    image = "alpine" # b
    privileged = yes
    privilegd = true
    services = ["mysql"]
    limit = 2
    limit = 2
`;

const block = toml.replace(/^(?=.)/gm, '    ');

/** Our own, each kind of file. */
export const own: readonly Source[] = [
  { name: 'config.toml', languageId: 'gitlab-runner-config', text: toml },
  { name: 'config.toml', languageId: 'gitlab-runner-config', text: `\uFEFF${toml.replaceAll('\n', '\r\n')}` },
  { name: 'values.yaml', languageId: 'yaml', text: `runners:\n  config: |\n${block}  name: x\n` },
  { name: 'values.yaml', languageId: 'yaml', text: `runners:\n  config: |-\n${block.trimEnd()}` },
  {
    name: 'config.toml.j2',
    languageId: 'gitlab-runner-config',
    text: toml
      .replace('"alpine"', '"{{ image }}"')
      .replace('    limit = 2', '    {% if x %}\n    limit = 2\n    {% endif %}'),
  },
];

/** The small files of the corpus. */
export function realFiles(): Source[] {
  return ['toml', 'templated', 'yaml'].flatMap((folder) =>
    readdirSync(`${CORPUS}/${folder}`).flatMap((file) => {
      const text = readFileSync(`${CORPUS}/${folder}/${file}`, 'utf8');
      if (text.length > 5000) return [];
      const isYaml = /\.ya?ml/.test(file);
      const ending = /\.(?:j2|tmpl|tpl|erb|tftpl)$/.exec(file)?.[0] ?? '';
      const name = isYaml ? 'values.yaml' : `config.toml${ending}`;
      return [{ name, languageId: isYaml ? 'yaml' : 'gitlab-runner-config', text }];
    }),
  );
}

const pieces = [
  ...['\n', ' ', '  ', '\t', '\r', '\r\n', '\n\n', '\n\t', '\n \n', '\uFEFF', '\u2028'],
  ...['"', "'", '"""', '#', ',', '[', ']', '=', ':', '|', '-', '\\', '&a', '#,', ' # a, b'],
  ...[
    '{{ x }}',
    '\n{{ x\n',
    '{{\r}}',
    '{% if x %}',
    '\n[[runners]]\n',
    '\n      privileged = "true"\n',
    'limit = "1"\n',
  ],
];

/** A text with one to four changes. */
export function mutant({ text }: Source, random: ReturnType<typeof randomSource>): string {
  let result = text;
  for (let changes = random(4); changes >= 0; changes--) {
    let at = random(result.length + 1);
    // Where lines begin most depends on single characters.
    if (random(3) === 0) at = result.lastIndexOf('\n', at - 1) + 1;
    const removed = random(3) === 0 ? random(20) : 0;
    const put = random(5) === 0 ? '' : (pieces[random(pieces.length)] ?? '');
    result = result.slice(0, at) + put + result.slice(at + removed);
  }
  return result;
}

export function opened({ name, languageId }: Source, text: string): TextDocument {
  return TextDocument.create(`file:///project/${name}`, languageId, 1, text);
}
