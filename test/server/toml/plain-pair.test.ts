/** The short way for simple pairs gives what the parser gives: the same tree, tokens and problems. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runnersDocument } from '../../../bench/runners-document';
import { buildModel } from '../../../server/toml/build-model';
import { hashOfName } from '../../../server/toml/names';
import { parseToml } from '../../../server/toml/parser';
import type { TomlSyntax } from '../../../server/toml/syntax';
import { randomSource } from './random-source';

const corpus = '../shared/corpus';
const skip = existsSync(corpus) ? false : `${corpus} is not here: real files are NOT compared`;
if (skip) console.error(`*** ${skip} ***`);

const never = () => false;

function compare(text: string): void {
  const [short, long] = [parseToml(text), parseToml(text, never)];
  assert.deepEqual(asData(short), asData(long), JSON.stringify(text.slice(0, 200)));
  assert.deepEqual(membersOf(short), membersOf(long), JSON.stringify(text.slice(0, 200)));
  for (const syntax of [short, long]) compareQuestions(syntax);
}

/** What a section says of its pairs without making their nodes is what the nodes say. */
function compareQuestions({ text, sections }: TomlSyntax): void {
  for (const { pairs, pairsEnd, pairsOverLines } of sections) {
    assert.equal(pairsEnd, pairs.at(-1)?.end);
    for (const pair of pairs) {
      const isOverLines = /[\r\n]/.test(text.slice(pair.start, pair.end));
      if (isOverLines) assert.ok(pairsOverLines.includes(pair), text.slice(pair.start, pair.end));
    }
  }
}

function asData({ sections, ...rest }: TomlSyntax): unknown {
  return { ...rest, sections: sections.map(({ header, start, end, pairs }) => ({ header, start, end, pairs })) };
}

/** What the model holds, without the way back to the parents, and its problems. */
function membersOf(syntax: TomlSyntax): unknown {
  const { model, problems } = buildModel(syntax);
  const leaveParents = (name: string, value: unknown) => {
    if (name === 'parent' || name === 'sections' || name === 'dottedIn') return undefined;
    return name === 'members' ? [...(value as Iterable<unknown>)] : value;
  };
  return { problems, root: JSON.parse(JSON.stringify(model.root, leaveParents)) };
}

describe('simple pairs', () => {
  const pairs = [
    'a = 1',
    'a=1',
    'a\t=\t"x"\t# comment',
    'a = ""',
    'a = """x"""',
    "a = ''",
    "a = 'C:\\builds'",
    'a = "C:\\\\builds"',
    'a = "x',
    'a = "x" y',
    'a = true',
    'a = trueish',
    'a = false # no',
    'a = True',
    'a = 0',
    'a = 007',
    'a = 1_000',
    'a = 1.5',
    'a = 2026-11-25',
    'a = 123456789012345',
    'a = 1234567890123456',
    'a = 12345678901234567890',
    'a = []',
    'a = ["x", \'y\']',
    'a = [ "x" , "y" ] # two',
    'a = ["x" "y"]',
    'a = ["x",]',
    'a = ["x", 1]',
    'a = ["x"',
    'a = ["""x"""]',
    'a = [["x"]]',
    'a = \u00a0"x"',
    'a\u00a0= "x"',
    'a = "\u0007"',
    'a = "x"\r',
    'a.b = "x"',
    '"a" = "x"',
    'a : "x"',
    'a == "x"',
    'a =',
    'a',
    '- a = "x"',
    '--- = "x"',
  ];
  for (const pair of pairs) {
    it(JSON.stringify(pair), () => {
      for (const end of ['', '\n', '\r\n', '\nb = 2\n', '\na = 2\n', '\n[t]\na = 1\n']) compare(pair + end);
      compare(`[[runners]]\n${pair}\n[runners.a]\n${pair}\n[runners.b]\n`);
    });
  }

  it('names with the same hash are told apart by the long way', () => {
    assert.equal(hashOfName('costarring', 0, 10), hashOfName('liquid', 0, 6));
    compare('costarring = 1\nliquid = 2\n');
    assert.equal([...buildModel(parseToml('costarring = 1\nliquid = 2\n')).model.root.members].length, 2);
  });

  it('a whole configuration', () => compare(runnersDocument(9)));

  it('any mixture of lines', () => {
    const random = randomSource(7);
    const lines = [...pairs, '', '# comment', '[t]', '[[t]]', '[t.a]', '[[runners]]', '[runners.a]', '  [runners.b]'];
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 1 + random(8) }, () => lines[random(lines.length)]).join('\n');
      compare(text);
    }
  });
});

describe('real files', { skip }, () => {
  if (skip) return;
  for (const folder of ['toml', 'fences', 'templated', 'negative']) {
    it(folder, () => {
      for (const name of readdirSync(`${corpus}/${folder}`))
        compare(readFileSync(`${corpus}/${folder}/${name}`, 'utf8'));
    });
  }
});
