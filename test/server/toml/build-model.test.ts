import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildModel } from '../../../server/toml/build-model';
import { extent, isImplied, nameInHeader, type TableNode } from '../../../server/toml/model';
import { parseToml } from '../../../server/toml/parser';
import { plain, problemsOf } from './reading';

function model(text: string) {
  return buildModel(parseToml(text)).model;
}

/** The problems of a text, each with the place that it refers to: `code message-part: here → there`, by line. */
function definitions(text: string): string[] {
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  return problemsOf(text).map(
    ({ code, severity, start, related }) =>
      `${severity} ${code} line ${line(start)} → ${related ? line(related.start) : '?'}`,
  );
}

describe('the model', () => {
  it('is the same whichever way a table is written', () => {
    const wanted = { runners: [{ docker: { image: 'x', services: [{ name: 'y' }] } }] };
    for (const text of [
      '[[runners]]\n[runners.docker]\nimage = "x"\n[[runners.docker.services]]\nname = "y"\n',
      '[[runners]]\ndocker.image = "x"\ndocker.services = [{ name = "y" }]\n',
      '[[runners]]\ndocker = { image = "x", services = [{ name = "y" }] }\n',
      '[[runners]]\n[[runners.docker.services]]\nname = "y"\n[runners.docker]\nimage = "x"\n',
    ])
      assert.deepEqual(plain(text), wanted);
  });

  it('knows all places of a name, and the first one', () => {
    const text = '[[runners]]\n[runners.docker]\n[[runners]]\n';
    const member = model(text).root.members.get('runners');
    assert.deepEqual(
      member?.keys.map((key) => key.start),
      [2, 13, 31],
    );
    assert.equal(member?.key.start, 2);
    assert.equal(member?.pair, undefined);
  });

  it('knows the table of each section', () => {
    const text = 'a = 1\n[b.c]\nd = 1\n';
    const { sections } = parseToml(text);
    const { root, tableOf } = buildModel({ ...parseToml(text), sections }).model;
    const tables = sections.map((section) => tableOf.get(section));
    assert.equal(tables[0], root);
    assert.deepEqual([...(tables[1]?.members.keys() ?? [])], ['d']);
  });

  it('knows the extent of a table', () => {
    const text = '[a]\nb = 1\n\n[c]\nd = { e = 1 }\n';
    const { root } = model(text);
    const a = root.members.get('a')?.node;
    assert.ok(a?.type === 'table');
    const span = extent(a);
    assert.equal(text.slice(span?.start, span?.end), '[a]\nb = 1\n\n');
    const c = root.members.get('c')?.node;
    assert.ok(c?.type === 'table');
    const d = c.members.get('d')?.node;
    assert.ok(d?.type === 'table');
    const inline = extent(d);
    assert.equal(text.slice(inline?.start, inline?.end), '{ e = 1 }');
  });

  it('knows which table only longer headers name, and what a table is called in its own', () => {
    const text = 'c.d = 1\n[a.b]\n[[e.f]]\n[g]\nh = {}\n';
    const tables = new Map<string, TableNode>();
    const collect = (table: TableNode, path: string) => {
      tables.set(path, table);
      for (const [name, { node }] of table.members) {
        if (node.type === 'table') collect(node, `${path}/${name}`);
        if (node.type === 'array-of-tables') for (const element of node.elements) collect(element, `${path}/${name}[]`);
      }
    };
    collect(model(text).root, '');
    assert.deepEqual(
      [...tables].map(([path, table]) => {
        const span = extent(table);
        const covered = span ? text.slice(span.start, span.end).replaceAll('\n', '⏎') : 'nothing';
        return `${path} ${isImplied(table) ? 'implied' : 'written'} ${nameInHeader(table)?.name} ⟦${covered}⟧`;
      }),
      [
        ' written undefined ⟦c.d = 1⏎⟧',
        '/c written undefined ⟦nothing⟧',
        '/a implied undefined ⟦nothing⟧',
        '/a/b written b ⟦[a.b]⏎⟧',
        '/e implied undefined ⟦nothing⟧',
        '/e/f[] written f ⟦[[e.f]]⏎⟧',
        '/g written g ⟦[g]⏎h = {}⏎⟧',
        '/g/h written undefined ⟦{}⟧',
      ],
    );
  });

  it('keeps tables inside arrays', () => {
    const node = model('a = [{ b = 1 }, { b = 2 }]\n').root.members.get('a')?.node;
    assert.ok(node?.type === 'value');
    assert.equal(node.tables.length, 2);
  });

  it('takes empty and odd names', () =>
    assert.deepEqual(plain('"" = 1\n[c."a.b"]\n"\\u0041" = 1\n'), { '': 1, c: { 'a.b': { A: 1 } } }));

  it('takes __proto__ as a name like any other', () => {
    const { root } = model('[__proto__]\nconstructor = 1\n');
    assert.deepEqual([...root.members.keys()], ['__proto__']);
  });
});

describe('what is defined twice', () => {
  const twice: readonly (readonly [string, string, ...string[]])[] = [
    ['a key', 'a = 1\na = 2\n', 'error duplicate-key line 2 → 1'],
    ['a key three times', 'a = 1\na = 2\na = 3\n', 'error duplicate-key line 2 → 1', 'error duplicate-key line 3 → 1'],
    ['a quoted and a bare key', 'a = 1\n"a" = 2\n', 'error duplicate-key line 2 → 1'],
    ['a key in an inline table', 'a = { b = 1, b = 2 }\n', 'error duplicate-key line 1 → 1'],
    ['a table', '[a]\n[b]\n[a]\n', 'error redefined-table line 3 → 1'],
    ['a table and an array', '[a]\n[[a]]\n', 'error array-redefined line 2 → 1'],
    ['an array and a table', '[[a]]\n[a]\n', 'error redefined-table line 2 → 1'],
    ['an array of values and an array of tables', 'a = []\n[[a]]\n[[a]]\n', 'error duplicate-key line 1 → 2'],
    ['a table and arrays with tables', '[a]\n[[a]]\n[a.b]\n[[a]]\n[a.b]\n', 'error array-redefined line 2 → 1'],
    ['an implied table and arrays', '[a.b]\n[[a]]\n[a.b]\n[[a]]\n[a.b]\n', 'error array-redefined line 2 → 1'],
    ['a value and a table', 'a = 1\n[a.b]\n', 'error redefined-table line 2 → 1'],
    ['a table and a dotted key', '[a.b]\n[a]\nb.c = 1\n', 'warning redefined-table line 3 → 1'],
    ['a dotted key in another section', '[a]\nb.c = 1\n[a.d]\n[a.b]\n', 'warning redefined-table line 4 → 2'],
    ['a dotted key in its own section', 'a.b = 1\na.c = 2\n'],
    ['a dotted key in an inline table', 'a = { b.c = 1, b.d = 2 }\n'],
    ['a dotted key and an inline table', 'a = { b = 1 }\na.c = 2\n', 'warning redefined-table line 2 → 1'],
    [
      'a dotted key and a value',
      'a = 1\na.b = 2\na.c = 3\n',
      'error redefined-table line 2 → 1',
      'error redefined-table line 3 → 1',
    ],
    ['a dotted key and an array', '[[a.b]]\n[a]\nb.c = 1\n', 'warning redefined-table line 3 → 1'],
    ['a dotted key and a sub-table', '[a.b.c]\n[a]\nb.d = 1\n'],
    ['a table in an array of an array', 'a = [[{ b = 1, b = 2 }]]\n', 'warning duplicate-key line 1 → 1'],
    ['a table that many headers lead through', 'a = 1\n[a.b]\n[a.c]\n', 'error redefined-table line 2 → 1'],
    [
      'a table that is half typed',
      '[a\n[a]\n[a.\n[a.b]\n',
      'error unclosed-header line 1 → ?',
      'error unclosed-header line 3 → ?',
    ],
    [
      'an array that is half typed',
      '[a]\n[[a\nb = 1\n[[c\n[[c]]\n',
      'error unclosed-header line 2 → ?',
      'error unclosed-header line 4 → ?',
    ],
    [
      'a table half typed and then twice',
      '[a\n[a]\n[a]\n',
      'error unclosed-header line 1 → ?',
      'error redefined-table line 3 → 1',
    ],
    [
      'a table through a half-typed one',
      '[a.\n[a.b]\n[a.b]\n',
      'error unclosed-header line 1 → ?',
      'error redefined-table line 3 → 2',
    ],
    [
      'nothing between the markers of a conflict',
      'a = 1\na = 2\n<<<<<<< x\na = 3\n',
      'error duplicate-key line 2 → 1',
      'error merge-conflict line 3 → ?',
    ],
    ['a table in the next runner', '[[a]]\n[a.b]\n[[a]]\n[a.b]\n'],
    ['a table after its sub-table', '[a.b]\n[a]\n'],
  ];
  for (const [name, text, ...wanted] of twice) it(name, () => assert.deepEqual(definitions(text), wanted));
});

describe('what follows a wrong definition', () => {
  it('[[a]] after [a] is one more table', () =>
    assert.deepEqual(plain('[a]\nb = 1\n[[a]]\nb = 2\n'), { a: [{ b: 1 }, { b: 2 }] }));
  it('[a] after [[a]] is one more table', () =>
    assert.deepEqual(plain('[[a]]\nb = 1\n[a]\nb = 2\n'), { a: [{ b: 1 }, { b: 2 }] }));
  it('[[a]] after a.b = … is one more table', () =>
    assert.deepEqual(plain('a.b = 1\n[[a]]\nb = 2\n'), { a: [{ b: 1 }, { b: 2 }] }));
  it('[[a]] after a value gives the value tables', () => {
    const member = model('a = []\n[[a]]\nb = 1\n[[a]]\n[a.c]\n').root.members.get('a');
    assert.ok(member?.node.type === 'value' && member.pair);
    assert.deepEqual(
      member.node.tables.map(({ members }) => [...members.keys()]),
      [['b'], ['c']],
    );
  });
  it('[[a]] takes the place of a value that is not typed yet', () => {
    assert.deepEqual(plain('a =\n[[a]]\nb = 1\n'), { a: [{ b: 1 }] });
    assert.deepEqual(plain('[a.\n[[a]]\nb = 1\n'), { a: [{ b: 1 }] });
  });
  it('[a] twice is one table, or two where the reader takes an array there', () => {
    const text = '[a]\nb = 1\n[a]\nc = 2\n';
    assert.deepEqual(plain(text), { a: { b: 1, c: 2 } });
    const { node } =
      buildModel(parseToml(text), (path) => (path.join('.') === 'a' ? 'tables' : undefined)).model.root.members.get(
        'a',
      ) ?? {};
    assert.ok(node?.type === 'array-of-tables');
    assert.deepEqual(
      node.elements.map(({ members }) => [...members.keys()]),
      [['b'], ['c']],
    );
  });
});

describe('what the runner loads all the same is a warning', () => {
  const loaded: readonly (readonly [string, string, ...string[]])[] = [
    [
      '[runners.docker] after docker.image',
      '[[runners]]\ndocker.image = "x"\n[runners.docker]\nmemory = "1g"\n',
      'warning redefined-table line 3 → 2',
    ],
    [
      '[runners.cache.s3] after cache = { … }',
      '[[runners]]\ncache = { Type = "s3" }\n[runners.cache.s3]\nBucketName = "x"\n',
      'warning redefined-table line 3 → 2',
    ],
    [
      '[runners.docker] after docker = { … }',
      '[[runners]]\ndocker = { image = "x" }\n[runners.docker]\nmemory = "1g"\n',
      'error redefined-table line 3 → 2',
    ],
  ];
  for (const [name, text, ...wanted] of loaded) it(name, () => assert.deepEqual(definitions(text), wanted));
});
