/**
 * Each regular expression of the code and of the grammars takes no more than linear time, on texts that are made to take it long. What an
 * editor has open may be anything.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import type { Captures } from '../../server/joblog/types';
import { makersIn, recorded } from './computed';
import { type FoundExpression, filesIn, grammarExpressions, literalsIn, literalsOf } from './find';
import { type Search, searchOf, slowText } from './growth';

function assertLinear(found: readonly { expression: FoundExpression; search: Search }[]): void {
  const slow = found.flatMap(({ expression: { source, flags }, search }) => {
    const text = slowText(source, search);
    if (text === undefined) return [];
    return [`/${source}/${flags} is slow for ${JSON.stringify(text.slice(0, 40))}…${JSON.stringify(text.slice(-10))}`];
  });
  assert.deepEqual(slow, []);
}

test('the literals of a text are found, and no division is one', () => {
  const code = 'const a = /[/"]\\//g, b = x / y / z; f(`$' + '{a / 2}/x/`, "/no/", /b+$/.test(c)); return /`/;';
  assert.deepEqual(
    literalsOf(code).map(({ source, flags }) => `${source} ${flags}`),
    ['[/"]\\/ g', 'b+$ ', '` '],
  );
});

test('the attacks find what is quadratic, and nothing else', () => {
  const isSlow = (expression: RegExp) => slowText(expression.source, searchOf(expression), 1_000) !== undefined;
  for (const slow of [
    /\s+$/,
    /[.,;]+$/,
    /a\s*,?\s*b/,
    /(?:a|b)*c/,
    /^(.*?),(.*?),$/m,
    /x*y/g,
    /\/\*.*?\*\//s,
    /^(?:a+)+$/,
  ]) {
    assert.ok(isSlow(slow), String(slow));
  }
  for (const fast of [/^\s+/, /(?<!\s)\s+$/, /a/, /^[a-z]+$/, /[.,;]/g, /\s+/g, /"[^"]*"x/, /"[^"\n]{0,50}"/]) {
    assert.ok(!isSlow(fast), String(fast));
  }
});

const sources = filesIn(['server', 'client', 'protocol'], '.ts');
const literals = literalsIn(sources);

test('the literals of the code are found', () => {
  assert.ok(literals.length > 400, String(literals.length));
});

for (const file of new Set(literals.map((literal) => literal.file))) {
  const found = literals.filter((literal) => literal.file === file);
  test(`${file}: ${found.length}`, () => {
    assertLinear(
      found.map((expression) => ({ expression, search: searchOf(new RegExp(expression.source, expression.flags)) })),
    );
  });
}

/** Makes those expressions that are not made when their file is loaded. */
async function makeOthers(): Promise<void> {
  const { endsIn } = await import('../../server/containers/kinds');
  endsIn('values.yaml.gotmpl', ['yaml', 'yml'], '\\w+');
  const { knownErrors } = await import('../../server/joblog/entries');
  assert.ok(knownErrors().length >= 194);
  const { filledEdits } = await import('../../server/joblog/fill');
  const anything: Captures = new Proxy({}, { get: () => 'a' });
  for (const { edits } of knownErrors()) filledEdits(edits, anything);
  const { readDocument } = await import('../../server/containers/yaml/parts');
  const filler = '  a: b\n'.repeat(12_000);
  for (const text of [`items:\n- kind: a\n${filler}`, `key:\n${filler}config: |\n  [[runners]]\n`, `- a:\n${filler}`]) {
    readDocument(text, { start: 0, end: text.length });
  }
  // Of what a user wrote nothing can be promised but that it is made.
  const { matchesGlob } = await import('../../server/preview/kubernetes/glob');
  assert.ok(matchesGlob('registry.example.com/[a-z]*', 'registry.example.com/image'));
  const { checkAllowed } = await import('../../server/preview/kubernetes/regular-expression');
  checkAllowed('^ci-[a-z]+$', 'ci-a', { by: 'runner' });
}

test('what is made of texts', async () => {
  const makers = makersIn([...sources, 'server/schema/generated/validators.js']);
  const made = await recorded(makers, makeOthers);
  // A new file that makes some and is not used above is one that nothing is known about.
  assert.deepEqual([...new Set(made.map(({ file }) => file))].sort(), [...makers].sort());
  assertLinear(
    made.map((expression) => ({ expression, search: searchOf(new RegExp(expression.source, expression.flags)) })),
  );
});

for (const file of [...filesIn(['syntaxes'], '.json'), 'language-configuration.json']) {
  test(file, async () => {
    await loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm')).catch(() => {});
    assertLinear(
      grammarExpressions(file).map((expression) => {
        // An editor puts the indentation of the beginning in place of \\1 before it reads such an expression.
        const source = expression.isBegin ? expression.source : expression.source.replace(/\\\d/g, '  ');
        const scanner = new OnigScanner([source]);
        const search = (text: string) => {
          // An editor reads line by line.
          if (/[\r\n]./s.test(text)) return;
          const searched = new OnigString(text);
          scanner.findNextMatchSync(searched, 0);
          searched.dispose();
        };
        return { expression, search };
      }),
    );
  });
}
