/** The rules for plain lines, which are there for their speed, say of each character what the general rules say. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type IRawGrammar, parseRawGrammar } from 'vscode-textmate';
import { counted } from '../counted';
import { least, SHARED } from '../shared';
import { loadGrammar, TOML_GRAMMARS, type Token, tokenize } from './tokenize';

const scopeName = 'source.toml.gitlab-runner';
const corpus = `${SHARED}/corpus`;
const skip = existsSync(corpus) ? false : `${corpus} is not here`;

const general = loadGrammar({ scopeName, grammars: { ...TOML_GRAMMARS, [scopeName]: withoutPlainLines() } });

function withoutPlainLines(): IRawGrammar {
  const file = TOML_GRAMMARS[scopeName] as string;
  const grammar = parseRawGrammar(readFileSync(file, 'utf8'), file) as IRawGrammar & {
    patterns: { include?: string }[];
  };
  const patterns = grammar.patterns.filter(({ include }) => !include?.startsWith('#plain-'));
  assert.equal(patterns.length, grammar.patterns.length - 2);
  return { ...grammar, patterns };
}

/** The scopes of each stretch of a line that are the same: how it is cut into tokens says nothing. */
function stretches(tokens: readonly Token[]): string[] {
  const joined: Token[] = [];
  for (const { text, scopes } of tokens) {
    const last = joined.at(-1);
    if (last && last.scopes.join() === scopes.join()) last.text += text;
    else joined.push({ text, scopes });
  }
  return joined.map(({ text, scopes }) => `${JSON.stringify(text)} ${scopes.join(' ')}`);
}

async function compare(text: string): Promise<void> {
  const [short, long] = [await tokenize(text), await tokenize(text, general)];
  const lines = text.split(/\r?\n/);
  counted(short.lines).forEach((tokens, line) => {
    assert.deepEqual(stretches(tokens), stretches(long.lines[line] ?? []), lines[line]);
  });
}

test('every plain line, and what is nearly one', async () => {
  const keys = ['a . b', ...`a A-b_1 0 FF_A FFa FF_ FF_a XFF_A a.b "a" 'a' pre_build_script ä`.split(' ')];
  const values = [
    ...['"x"', '""', '"""', '"""x"""', '"', '"x', '"x" y', '"x\\"y"', '"$A"', '"{{ a }}"', '"\u0001"', '"#"'],
    ...["'x'", 'x', '', '1', '-1', '+1', '0', '007', '1_000', '1.5', '1e3', '0x1', '1979-05-27', '07:32:00', '1 2'],
    ...['true', 'false', 'True', 'truex', '{{ a }}', '{ a = 1 }'],
    ...[
      '[]',
      '[ ]',
      '["x"]',
      '["x", "y"]',
      '["x" , "y" ,]',
      '["x" "y"]',
      '["x",, "y"]',
      '[,]',
      '["x"',
      '["x", [',
      '["x"]]',
    ],
    ...['["$A"]', '["\\t"]', '["x", 1]', "['x']", '[["x"]]', '["#"]', '["""x"""]', '["x"] y', '["]"]', '["a]", "b"]'],
  ];
  const ends = ['', ' ', '\t# c', '#c', ' # gitlab-runner: ignore=a'];
  for (const key of keys) {
    for (const value of values) {
      for (const end of ends) {
        for (const start of [`${key}=`, ` \t${key}\t= `]) {
          // The line after it shows where it ended.
          await compare(`${start}${value}${end}\nb = "c"\n`);
        }
      }
    }
  }
});

test('every plain header, and what is nearly one', async () => {
  const brackets = ['[ ]', '[[ ]]', '[ ]]', '[[ ]', '[ ', '[[ '].map((pair) => pair.split(' '));
  const names = [
    'a',
    'a.b',
    'a.b.c.d.e',
    'a.b.c.d.e.f',
    'a . b',
    '"a"',
    'a.',
    '.a',
    '',
    'ä',
    'a b',
    '{{ a }}',
    'a.{{ b }}',
  ];
  for (const name of names) {
    for (const [start, end] of brackets) {
      for (const rest of ['', ' # c', ' x', ' a = 1', '[b]']) {
        for (const indentation of ['', '  ']) await compare(`${indentation}${start}${name}${end}${rest}\nb = "c"\n`);
      }
    }
  }
});

test('plain lines in what was not closed before them', async () => {
  for (const open of [
    'a = [',
    'a = {',
    'a = """',
    "a = '''",
    'a = [ { b = [',
    'a = [ "x",',
    '[a',
    '[[a',
    'a =',
    'a = "x',
    'pre_build_script = """',
  ]) {
    for (const next of [
      'b = "c"',
      '  b = "c"',
      `${' '.repeat(30)}b = 1`,
      '[b]',
      '  [[b.c]]',
      'b = ["c"]',
      '["c", "d"]',
      '"""',
      '] ',
    ]) {
      await compare(`${open}\n${next}\n${next}\nd = true\n`);
    }
  }
});

test('real files', { skip }, async () => {
  const files = counted(
    readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.toml')),
  );
  assert.ok(files.length >= least(100));
  for (const file of files) await compare(readFileSync(join(corpus, file), 'utf8'));
});
