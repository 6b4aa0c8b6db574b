/**
 * Ours against two independent parsers: the same values for every text in which we find nothing wrong. What differs
 * stands with its reason in test/fixtures/toml/differences.json, and an entry that no longer differs fails too.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { type ParserName, parseWith } from './other-parsers';

/** By parser, then by file: why the outcome is not ours. */
type Differences = Record<Exclude<ParserName, 'ours'>, Record<string, string>>;
const differences: Differences = JSON.parse(readFileSync('test/fixtures/toml/differences.json', 'utf8'));

function texts(folder: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .sort()
    .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]);
}

/** The differences of a set of texts: `file: refuses …`, `file: takes it, we say …`, `file: other values`. */
function compare(
  parser: Exclude<ParserName, 'ours'>,
  named: readonly (readonly [string, string])[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, text] of counted(named)) {
    const ours = parseWith('ours', text);
    const theirs = parseWith(parser, text);
    if ('error' in ours) {
      if (!('error' in theirs)) found.set(name, `takes it, we say ${ours.error}`);
    } else if ('error' in theirs) found.set(name, `refuses: ${theirs.error}`);
    else if (!isDeepStrictEqual(ours.values, theirs.values)) found.set(name, 'other values');
  }
  return found;
}

function check(parser: Exclude<ParserName, 'ours'>, named: readonly (readonly [string, string])[]): void {
  const found = compare(parser, named);
  const listed = differences[parser];
  for (const [name, difference] of found) assert.ok(listed[name], `${name}: ${parser} ${difference}`);
  for (const [name] of named) if (listed[name]) assert.ok(found.has(name), `${name} no longer differs from ${parser}`);
}

for (const parser of ['iarna', 'smol'] as const) {
  describe(`the same values as ${parser}`, () => {
    const fixtures = texts('test/fixtures/toml');
    it('for the fixtures', () => check(parser, fixtures));
    it('for the fixtures with CRLF', () =>
      check(
        parser,
        fixtures.map(([name, text]) => [`${name} (CRLF)`, text.replaceAll('\n', '\r\n')]),
      ));
    it('for the fixtures with a byte order mark', () =>
      check(
        parser,
        fixtures.map(([name, text]) => [`${name} (BOM)`, `\ufeff${text}`]),
      ));

    for (const folder of ['corpus/toml', 'corpus/fences', 'corpus/negative', 'seeds']) {
      const path = `${SHARED}/${folder}`;
      it(`for ${folder}`, { skip: existsSync(path) ? false : `${path} is not here` }, () =>
        check(
          parser,
          texts(path).map(([name, text]) => [`${folder}/${name}`, text]),
        ),
      );
    }
  });
}
