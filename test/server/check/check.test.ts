/** The findings of a document: their order, their causes, and those of a range alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument, checkRange, isAsked } from '../../../server/check/check';
import { createContext } from '../../../server/meaning/context';
import type { ConfigDocument } from '../../../server/meaning/document';
import type { Finding } from '../../../server/meaning/finding';
import { forMarks } from '../../../server/meaning/target';
import { MAXIMUM_PROBLEMS } from '../../../server/toml/parser-state';
import { asData } from '../as-data';
import { context, documentOf } from '../findings';

/** Each finding as `line severity code «its characters»`, with the lines that it refers to. */
function shown(document: ConfigDocument, findings: readonly Finding[]): string[] {
  const lineOf = (offset: number) => document.position(offset).line + 1;
  return findings.map(({ severity, code, start, end, related }) => {
    const others = related?.map((other) => ` → ${lineOf(other.start)} ${asData(other.message)}`) ?? [];
    return `${lineOf(start)} ${severity} ${code} «${document.text.slice(start, end)}»${others.join('')}`;
  });
}

function found(text: string): string[] {
  const document = documentOf(text);
  return shown(document, checkDocument(document, context));
}

describe('findings', () => {
  it('are in the order of the text, of its syntax and of its tables', () => {
    assert.deepEqual(found('[[runners]]\n  limit = "a" b\n  limit = x\n'), [
      '2 error wrong-type «"a"»',
      '2 error text-after-value «b»',
      '3 error duplicate-key «limit» → 2 defined-here',
      '3 error bare-word «x»',
    ]);
    assert.deepEqual(found('[runners.docker]\n  services = "a"\n[[runners.docker.services]]\n  name = "x"\n'), [
      '1 error missing-runners-header «runners.docker»',
      '2 error duplicate-key «services» → 3 defined-here',
      '2 error wrong-type «"a"»',
    ]);
  });

  it('that have one cause are one', () => {
    assert.deepEqual(found('[runners]\n  name = "a"\n[[runners]]\n  name = "b"\n'), [
      '1 error single-table-for-array «runners»',
    ]);
    assert.deepEqual(found('[runners]\n  limit = 1\n[runners]\n  limit = 2\n'), [
      '1 error single-table-for-array «runners»',
      '3 error single-table-for-array «runners»',
    ]);
    assert.deepEqual(
      found('[[runners]]\n[runners.docker.services]\n  name = "a"\n[[runners.docker.services]]\n  name = "b"\n'),
      ['2 error single-table-for-array «services»'],
    );
    assert.deepEqual(found('[[runners]]\n[runners.docker]\n  image = "a"\n[runners.docker]\n  image = "b"\n'), [
      '4 error redefined-table «docker» → 2 defined-here',
    ]);
  });

  it('about the name of an entry are about all of it', () => {
    assert.deepEqual(
      found('[[runners]]\n  [runners.kubernetes.node_selector]\n    kubernetes.io/os = "x"\n    a.b/c.d/e = "x"\n'),
      ['3 error bad-key «kubernetes.io/os»', '4 error bad-key «a.b/c.d/e»'],
    );
    assert.deepEqual(found('[[runners]]\n  a/b = 1\n').slice(0, 1), ['2 error bad-key «a/b»']);
  });

  it('about tables that a misspelled list leaves to the one before say so', () => {
    const message = (text: string) => {
      const twice = checkDocument(documentOf(text), context).find(({ code }) => code === 'redefined-table');
      return twice && asData(twice.message);
    };
    const table = '[runners.docker]\n  image = "a"\n';
    const misspelled = 'redefined-table.misspelled header=[[runners]] name=docker written=[[runers]]';
    const plain = 'redefined-table name=docker';
    assert.equal(message(`[[runners]]\n${table}[[runers]]\n${table}`), misspelled);
    assert.equal(message(`[[runers]]\n[[runners]]\n${table}${table}`), plain);
    assert.equal(message(`[[runners]]\n${table}${table}[[runers]]\n`), plain);
    assert.equal(message(`[[runners]]\n${table}[[quite_another]]\n${table}`), plain);
    assert.equal(message(`[[runners]]\n${table}[runers.x]\n${table}`), plain);
    assert.equal(message(`[[runners]]\n${table}[session_server]\n${table}`), plain);
  });
});

describe('what was found', () => {
  it('is found once for a document, a schema and whether the file is under version control', () => {
    const document = documentOf('[[runners]]\n  limt = 1\n');
    const first = checkDocument(document, context);
    assert.equal(checkDocument(document, context), first);
    const versioned = { ...context, isVersioned: true };
    const second = checkDocument(document, versioned);
    assert.notEqual(second, first);
    assert.equal(checkDocument(document, versioned), second);
    const third = checkDocument(document, createContext({ runnerVersion: { major: 16, minor: 6 } }));
    assert.notEqual(third, second);
    assert.equal(
      checkDocument(document, createContext({ runnerVersion: { major: 16, minor: 6 } })).length,
      third.length,
    );
  });

  it('ends where too much is wrong, and that is said where reading ended', () => {
    const line = 'name = a b\n';
    const text = line.repeat(MAXIMUM_PROBLEMS + 10);
    const document = documentOf(text);
    const last = checkDocument(document, context).find(({ code }) => code === 'too-many-problems');
    const { readTo } = document.syntax;
    assert.deepEqual(last && [last.severity, last.start, last.end, asData(last.message)], [
      'information',
      readTo,
      readTo,
      'too-many-problems.not-read',
    ]);
    assert.ok(!found(line.repeat(20)).some((said) => said.includes('too-many')));
  });
});

describe('the findings of a range', () => {
  const text = 'limt = 0\n[[runners]]\nlimt = 1\n[[runners]]\nlimt = 2\n[[runners]]\nlimt = 3\n';
  const document = documentOf(text);
  /** The lines with findings, for the range from the start of one text to the start of another. */
  const lines = (from: string, to = from) => {
    const range = { start: text.indexOf(from), end: text.indexOf(to) };
    return shown(document, checkRange(document, context, range)).map((line) => Number(line.split(' ')[0]));
  };

  it('are those of the globals and of the runners that it touches', () => {
    assert.deepEqual(lines('limt = 0'), [1]);
    assert.deepEqual(lines('limt = 1'), [1, 3]);
    assert.deepEqual(lines('limt = 1', 'limt = 2'), [1, 3, 5]);
    assert.deepEqual(lines('limt = 3'), [1, 7]);
    assert.deepEqual(lines('limt = 0', 'limt = 3'), [1, 3, 5, 7]);
  });

  it('are those of both runners where one ends and the next begins', () =>
    assert.deepEqual(lines('[[runners]]\nlimt = 2'), [1, 3, 5]));

  it('are those of a runner without a header, wherever it stands', () => {
    const dotted = documentOf('[session_server]\n[runners.docker]\n  imag = "a"\n');
    const ofStart = checkRange(dotted, context, { start: 0, end: 0 });
    assert.deepEqual(shown(dotted, ofStart).slice(-1), ['3 warning unknown-key «imag»']);
  });
});

describe('what is known answers what is asked', () => {
  const { schema } = context;
  const other = forMarks([], createContext({ runnerVersion: { major: 16, minor: 6 } })).schema;
  for (const [name, known, asked, expected] of [
    ['the same', { schema }, { schema }, true],
    ['the same, of a repository', { schema, isVersioned: true }, { schema, isVersioned: true }, true],
    ['another schema', { schema }, { schema: other }, false],
    ['a repository', { schema }, { schema, isVersioned: true }, false],
    ['no repository', { schema, isVersioned: true }, { schema, isVersioned: false }, false],
  ] as const)
    it(name, () => assert.equal(isAsked(known, asked), expected));
});
