/**
 * What rules said of a pair or a table is said again as long as its text is the same. So lines of each example of a rule are
 * taken out, and put back: what is said each time is what a fresh look says. And where a rule may be kept, it is not asked.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { KeptRules } from '../../../server/check/kept-rules';
import { Reporter } from '../../../server/check/reporter';
import { memberOf } from '../../../server/meaning/members';
import { tableView } from '../../../server/meaning/table-view';
import type { KeyVisit, TableVisit } from '../../../server/meaning/visit';
import type { Rule } from '../../../server/rules/rule';
import { Service } from '../../../server/service';
import { defaultSettings, type Settings } from '../../../server/settings';
import { tableVisit } from '../edits/visits';
import { context, documentOf } from '../findings';

/** Which of the lines: one of so many. All take half a minute. */
const EACH = Number(process.env.KEPT_RULES_EACH ?? 8);

interface Row {
  readonly examples?: readonly Readonly<Record<string, string>>[];
}

/** The examples of an area of rules that are a file with a runner. */
function examplesOf(area: string): readonly string[] {
  const rows: Readonly<Record<string, Row>> = JSON.parse(readFileSync(`schemas/rules/${area}`, 'utf8'));
  const texts = Object.values(rows).flatMap(({ examples = [] }) => examples.flatMap((each) => Object.values(each)));
  return texts.filter((text) => text.includes('[[runners]]')).map((text) => `check_interval = 3\n${text}`);
}

/** A line that other lines of a runner may depend on, in place of each executor. */
const variants = (text: string): readonly string[] => [
  text,
  text.replace(/executor = "\w+"/, 'executor = "shell"'),
  text.replace(/( *)executor = /, '$1environment = ["FF_CONCRETE=1", "FF_USE_ADVANCED_POD_SPEC_CONFIGURATION=1"]\n$&'),
  text.replace(/( *)executor = /, '$1builds_dir = "/b"\n$1token = "glrt-aaaaaaaaaaaaaaaaaaaa"\n$&'),
];

for (const area of readdirSync('schemas/rules')) {
  test(`what is kept of the examples of ${area} is what a fresh look says`, () => {
    let compared = 0;
    for (const example of examplesOf(area)) {
      const kept = new Service();
      let version = 0;
      const compare = (text: string) => {
        const document = TextDocument.create('file:///config.toml', 'toml', ++version, text);
        const fresh = new Service().diagnostics(document);
        assert.deepEqual(kept.diagnostics(document), fresh, text);
        compared++;
      };
      const texts = variants(example);
      for (const text of [...texts, example]) compare(text);
      const lines = example.split('\n');
      for (let line = 1 + (example.length % EACH); line < lines.length; line += EACH) {
        compare([...lines.slice(0, line), ...lines.slice(line + 1)].join('\n'));
        compare([...lines.slice(0, line), '# a comment', '', ...lines.slice(line)].join('\n'));
      }
    }
    if (area !== 'comments.json') assert.ok(compared >= 20, String(compared));
  });
}

/** Texts of tables in which a name is none of the keys: what it was meant to be depends on the executor of the runner. */
const unknownNames: Readonly<Record<string, string>> = {
  'a key of another table': '[runners.cache]\n    namespace = "x"\n',
  'a list of another table': '[runners.cache]\n    volumes = ["/x"]\n',
  'a key of another table, misspelled': '[runners.cache]\n    imagee = "always"\n',
};
/** What asks what names below a runner were meant to be before the tables of the runner are walked; and nothing. */
const askedBefore = ['', '  tls-cert-file = "/x"\n', '  tls-key-file = "/x"\n'];

for (const [what, table] of Object.entries(unknownNames)) {
  test(`what an unknown name was meant to be is found again for another executor: ${what}`, () => {
    for (const before of askedBefore) {
      const kept = new Service();
      const said = new Set<string>();
      for (const [version, executor] of ['docker', 'kubernetes', 'shell', 'docker+machine', 'docker'].entries()) {
        const text = `concurrent = 2\n[[runners]]\n  executor = "${executor}"\n${before}  ${table}`;
        const document = TextDocument.create('file:///config.toml', 'toml', version, text);
        const fresh = new Service().diagnostics(document);
        assert.deepEqual(kept.diagnostics(document), fresh, text);
        said.add(JSON.stringify(fresh));
      }
      assert.ok(said.size > 1);
    }
  });
}

test('what slipped into a map is found again for another runner around it, also when a runner without that map was asked for', () => {
  let settings = defaultSettings;
  const kept = new Service({ settingsOf: () => settings });
  const said: string[][] = [];
  let version = 0;
  const compare = (ofRunner: string, runnerVersion: Settings['runnerVersion']) => {
    settings = { ...defaultSettings, runnerVersion };
    const table = '  [runners.docker.log_options]\n    builds_dir = "/x"\n';
    const text = `concurrent = 2\n[[runners]]\n${ofRunner}  [runners.docker]\n    image = "x"\n${table}`;
    const document = TextDocument.create('file:///config.toml', 'toml', ++version, text);
    const fresh = new Service({ settingsOf: () => settings }).diagnostics(document);
    assert.deepEqual(kept.diagnostics(document), fresh, text);
    said.push(fresh.map(({ code }) => String(code)).filter((code) => /^(?:misplaced-key|invalid-value)$/.test(code)));
  };
  compare('', undefined);
  compare('', { major: 17, minor: 0 });
  compare('', undefined);
  compare('  builds_dir = "/x"\n', undefined);
  assert.deepEqual(said, [['misplaced-key'], [], ['misplaced-key'], ['invalid-value']]);
});

const TEXT = `[[runners]]
  executor = "docker"
  limit = 1
  [runners.docker]
    image = "alpine"
    privileged = true
    [runners.docker.sysctls]
      a = "1"
  [runners.cache]
    Type = "s3"
`;

/** How often a rule that does this is asked when it is shown the same twice, the second time in another text. */
function asked<Scope extends 'key' | 'table'>(
  scope: Scope,
  look: (visit: Scope extends 'key' ? KeyVisit : TableVisit) => unknown,
  text = TEXT,
  other = `# moved\n${TEXT}`,
): { readonly count: number; readonly starts: readonly number[] } {
  const kept = new KeptRules(context.schema);
  let count = 0;
  const starts: number[] = [];
  const rule = {
    code: 'invalid-value' as const,
    scope,
    check(visit: KeyVisit | TableVisit, report: Parameters<Rule<'key'>['check']>[1]) {
      count++;
      look(visit as KeyVisit);
      const start = 'member' in visit ? visit.member.key.start : (visit.table.sections[0]?.start ?? 0);
      report({ start, end: start + 1, message: { id: 'unfilled-value', args: { key: 'url' } } });
    },
  };
  for (const each of [text, other]) {
    const reporter = new Reporter();
    const { table: runner } = tableVisit(documentOf(each), 'runners', 0);
    const visit = { ...tableVisit(documentOf(each), 'runners', 0, 'docker'), runner, around: tableView(runner) };
    if (scope === 'table') kept.table(visit, (watched) => reporter.show(watched, [rule]), reporter);
    else {
      const member = memberOf(visit.table, 'image');
      assert.ok(member);
      const key = visit.schema.children.get('image');
      kept.keysOf(visit, reporter)({ ...visit, member, key, exact: true }, [rule] as unknown as readonly Rule<'key'>[]);
    }
    starts.push(...reporter.findings.map(({ start }) => each.indexOf('image') - start));
  }
  return { count, starts };
}

test('a rule of a key is asked once for a text, and what it said moves with it', () => {
  const { count, starts } = asked('key', ({ member, source }) => [member, source.text]);
  assert.equal(count, 1);
  assert.deepEqual(starts, [0, 0]);
});

for (const part of ['document', 'table', 'runner', 'around'] as const) {
  test(`a rule of a key that looks at its ${part} is asked again`, () => {
    assert.deepEqual(
      asked('key', (visit) => visit[part]),
      { count: 2, starts: [0, 0] },
    );
  });
}

test('a rule of a table is asked once for a text, and what it said moves with it', () => {
  const { count, starts } = asked('table', ({ table }) => table.members.size);
  assert.equal(count, 1);
  assert.equal(starts[0], starts[1]);
});

for (const part of ['document', 'runner'] as const) {
  test(`a rule of a table that looks at its ${part} is asked again`, () => {
    assert.equal(asked('table', (visit) => visit[part]).count, 2);
  });
}

for (const [key, count] of [
  ['limit', 2],
  ['executor', 1],
  ['output_limit', 1],
] as const) {
  test(`a rule of a table that looks at a key of its runner is asked again when that one changed: ${key}`, () => {
    const other = TEXT.replace('limit = 1', 'limit = 2\n  request_concurrency = 2');
    assert.equal(asked('table', ({ around }) => around?.number(key), TEXT, other).count, count);
  });
}

test('a rule of a table is asked again when a table that it looked at is made in other ways', () => {
  const dotted = TEXT.replace('  limit = 1', '  cache.Type = "s3"').replace(/ {2}\[runners.cache\].*/s, '');
  assert.equal(asked('table', ({ around }) => around?.table('cache'), dotted, `# moved\n${dotted}`).count, 2);
});

test('what a rule of a table says of another place is not kept', () => {
  let count = 0;
  const kept = new KeptRules(context.schema);
  for (const text of [TEXT, `# moved\n${TEXT}`]) {
    const reporter = new Reporter();
    const document = documentOf(text);
    const { table: runner } = tableVisit(document, 'runners', 0);
    const visit = { ...tableVisit(document, 'runners', 0, 'docker'), runner, around: tableView(runner) };
    const elsewhere = text.indexOf('limit');
    kept.table(
      visit,
      () => {
        count++;
        const message = { id: 'unfilled-value', args: { key: 'url' } } as const;
        reporter.add({ code: 'invalid-value', severity: 'hint', start: elsewhere, end: elsewhere + 5, message });
      },
      reporter,
    );
    assert.deepEqual(
      reporter.findings.map(({ start }) => start),
      [elsewhere],
    );
  }
  assert.equal(count, 2);
});

for (const [name, text, other] of [
  ['another text', TEXT, TEXT.replace('"1"', '"2"')],
  ['a key of it by dots', TEXT, TEXT.replace('  limit = 1', '  docker.memory = "1g"')],
  ['a table of it above it', TEXT, TEXT.replace('  [runners.docker]', '  [runners.docker.tmpfs]\n  [runners.docker]')],
  ['a table of it behind others', TEXT, `${TEXT}  [runners.docker.tmpfs]\n`],
] as const) {
  test(`a rule of a table is asked again for ${name}`, () => {
    assert.equal(asked('table', ({ table }) => table.members.size, text, other).count, 2);
    assert.equal(asked('table', ({ table }) => table.members.size, other, text).count, 2);
  });
}

const IMAGE = '    image = "alpine"';
/** A pair of so many characters. */
const imageOf = (length: number) => `image = "${'a'.repeat(length - 'image = ""'.length)}"`;

for (const [name, text, count] of [
  ['a pair', TEXT, 1],
  ['one by dots', '[[runners]]\n  docker.image = "alpine"\n', 2],
  ['one in braces', '[[runners]]\n  docker = { image = "alpine" }\n', 1],
  ['a table in its place', TEXT.replace(IMAGE, '    image = { a = 1 }'), 2],
  ['a longer one', TEXT.replace(IMAGE, imageOf(2_000)), 1],
  ['one that is too long', TEXT.replace(IMAGE, imageOf(2_001)), 2],
] as const)
  test(`so often a rule of a key is asked for ${name}`, () => {
    assert.equal(asked('key', ({ member }) => member, text, `# moved\n${text}`).count, count);
  });

for (const [length, count] of [
  [10_000, 1],
  [10_001, 2],
] as const)
  test(`so often a rule of a table of ${length} characters is asked`, () => {
    const table = '  [runners.docker]\n#\n';
    const end = table.replace('#', `#${'x'.repeat(length - table.trimStart().length - '  '.length)}`);
    const text = `[[runners]]\n${end}  [runners.cache]\n`;
    assert.equal(asked('table', ({ table }) => table.members.size, text, `# moved\n${text}`).count, count);
  });
