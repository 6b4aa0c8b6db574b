/** Every text in both Chinese languages says what the English one says of names, numbers and arguments, and is set as Chinese is. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { snippetsIn } from '../../../scripts/snippets-in.mjs';
import { faultsOf } from './comparison';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const TEXTS = 'schemas/texts';
/** What stays in Latin letters; in Taiwan some words more do. */
const namesIn = (language: string): string[] => JSON.parse(readFileSync(join(TEXTS, language, 'names.json'), 'utf8'));
/** Values of the English files that are no texts. */
const DATA = /› related ›/;
/** Those that are the name of a file, which has another one in another language. */
const FILE = /\.file$/;

/** The texts that the build makes a file of. */
const sourceOf = (file: string) => file.replace(/^\.\/dist\/(\w+)\.([\w-]+)\.json$/, `${TEXTS}/$2/$1.json`);

const read = (path: string): Json => JSON.parse(readFileSync(path, 'utf8'));

function texts(json: Json, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof json === 'string') return found.set(path, json);
  if (json && typeof json === 'object')
    for (const [key, value] of Object.entries(json)) texts(value, path ? `${path} › ${key}` : key, found);
  return found;
}

const files = [
  ...readdirSync(join(TEXTS, 'en', 'messages')).map((name) => join('messages', name)),
  ...readdirSync(join(TEXTS, 'en')).filter((name) => name.endsWith('.json')),
];

interface Pair {
  readonly english: string;
  readonly chinese: string;
}

/** `package.nls.json` and the bundle of the client lie elsewhere; the latter has the English text as its key, too. */
function pairsOf(language: string): Pair[] {
  return [
    ...files.map((name) => ({ english: join(TEXTS, 'en', name), chinese: join(TEXTS, language, name) })),
    { english: 'package.nls.json', chinese: `package.nls.${language}.json` },
    { english: 'l10n/bundle.l10n.json', chinese: `l10n/bundle.l10n.${language}.json` },
  ];
}

/** In Traditional Chinese what is said about keys may be the Simplified; pages are there in that alone. */
const MAY_LACK = new Set(
  ['pages.json', 'keys.json', 'kubernetes.json', 'plugins.json'].map((name) => join(TEXTS, 'zh-tw', name)),
);

for (const language of ['zh-cn', 'zh-tw']) {
  const names = [...new Set([...namesIn('zh-cn'), ...namesIn(language)])];
  describe(`texts in ${language}`, () => {
    for (const { english, chinese } of pairsOf(language)) {
      if (MAY_LACK.has(chinese) && !existsSync(chinese)) continue;
      it(`${chinese} has what ${english} has`, () => {
        const [wanted, got] = [texts(read(english)), texts(read(chinese))];
        assert.ok(wanted.size > 0);
        assert.deepEqual([...got.keys()].sort(), [...wanted.keys()].sort());
        const faults = [...wanted].flatMap(([id, text]) => {
          const own = got.get(id) ?? '';
          if (FILE.test(id)) return existsSync(sourceOf(own)) ? [] : [`${id}: ${own} is missing`];
          if (DATA.test(id)) return own === text ? [] : [`${id}: is no text, and differs`];
          const isMessage = /messages|bundle|pages|job-log/.test(english);
          const countsSentences = /messages|job-log|plugins|values|suggestions|pages/.test(english);
          return faultsOf({ english: text, chinese: own, names, isMessage, countsSentences }).map(
            (fault) => `${id}: ${fault}\n  ${own}`,
          );
        });
        assert.deepEqual(faults, []);
      });
    }
  });
}

describe('snippets in zh-cn', () => {
  type Said = Readonly<
    Record<string, { readonly name: string; readonly description: string; readonly texts?: object }>
  >;
  interface Snippet {
    readonly prefix: string | readonly string[];
    readonly description: string;
    readonly body: readonly string[];
  }
  const english = read('snippets/gitlab-runner-config.json') as unknown as Readonly<Record<string, Snippet>>;
  const said = read(join(TEXTS, 'zh-cn', 'snippets.json')) as unknown as Said;
  const chinese: Readonly<Record<string, Snippet>> = JSON.parse(snippetsIn('zh-cn'));

  it('say what the English ones say', () => {
    assert.deepEqual(Object.keys(said), Object.keys(english));
    // What stands behind the colon is what the configuration has, such as an executor.
    const withoutValue = (name: string) => name.replace(/[：:].*$/, '');
    const pairs = Object.entries(english).flatMap(([name, snippet]) => [
      [withoutValue(name), withoutValue(said[name]?.name ?? '')],
      [snippet.description, said[name]?.description ?? ''],
    ]);
    const names = namesIn('zh-cn');
    const faults = pairs.flatMap(([before = '', own = '']) =>
      faultsOf({ english: before, chinese: own, names, isMessage: false, countsSentences: true }).map(
        (fault) => `${fault}\n  ${own}`,
      ),
    );
    assert.deepEqual(faults, []);
  });

  it('are begun by the same words and hold the same, but for the words in placeholders', () => {
    assert.deepEqual(
      Object.values(chinese).map(({ prefix }) => prefix),
      Object.values(english).map(({ prefix }) => prefix),
    );
    const own = Object.values(said).flatMap(({ texts = {} }) => Object.entries(texts));
    assert.ok(own.length > 0);
    const inEnglish = own.reduce(
      (text, [before, after]) => text.replaceAll(`:${after}}`, `:${before}}`),
      bodies(chinese),
    );
    assert.notEqual(bodies(chinese), bodies(english));
    assert.equal(inEnglish, bodies(english));
  });

  const bodies = (all: Readonly<Record<string, Snippet>>) =>
    Object.values(all)
      .map(({ body }) => body.join('\n'))
      .join('\n\n');
});

describe('the comparison', () => {
  const compare = (english: string, chinese: string) =>
    faultsOf({ english, chinese, names: ['Docker', 'Helm chart'], isMessage: true, countsSentences: true });

  it('takes a good pair', () => {
    assert.deepEqual(
      compare('Docker ignores `{key}`. See the Helm chart.', 'Docker 会忽略 `{key}`。请参阅 Helm chart。'),
      [],
    );
  });

  const BAD = {
    'a lost argument': ['Not {key}.', '不是。'],
    'lost code': ['Write `a`.', '请写。'],
    'a lost option': ['Use --fix.', '请改用别的。'],
    'a lost link': ['See https://a.example/b.', '请看。'],
    'a lost sentence': ['One. Two.', '一，二。'],
    'a half-width comma': ['One, two.', '一,二。'],
    'a half-width full stop': ['One.', '一.'],
    'no space before Latin': ['Docker runs.', '运行Docker 。'],
    'a space before a full stop': ['Docker runs.', '运行 Docker 。'],
    'an English word': ['The runner runs.', '运行 runner。'],
    'bold text that Markdown does not end': ['**Docker:** it.', '**用 Docker：**好。'],
    'what was not translated': ['the runner runs', 'the runner runs'],
  };
  for (const [what, [english = '', chinese = '']] of Object.entries(BAD))
    it(`finds ${what}`, () => assert.notDeepEqual(compare(english, chinese), []));
});

describe('the glossary', () => {
  interface Row {
    readonly en: string;
    readonly 'zh-cn': string;
    readonly 'zh-tw': string;
    readonly source: string;
  }
  const rows = read(join(TEXTS, 'zh-cn', 'glossary.json')) as unknown as Row[];
  const written = (language: string) =>
    pairsOf(language)
      .filter(({ chinese }) => existsSync(chinese))
      .map(({ chinese }) => readFileSync(chinese, 'utf8'))
      .join('\n');

  it('names the source of each term', () => {
    assert.ok(rows.length > 100);
    for (const row of rows) assert.ok(row.source, row.en);
  });

  it('has each term once', () => {
    assert.equal(new Set(rows.map(({ en }) => en)).size, rows.length);
  });

  it('has the terms that the texts use', () => {
    const text = written('zh-cn');
    const unused = rows.filter((row) => !row['zh-cn'].split(/ ?[/（(] ?/).some((term) => text.includes(term)));
    assert.deepEqual(
      unused.map(({ en }) => en),
      [],
    );
  });
});
