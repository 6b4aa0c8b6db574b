import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDocument, formatRange } from '../../../server/features/formatting';
import { createDocument } from '../../../server/meaning/create-document';
import { applyEdits } from '../../../server/text/edit';
import { applyWhiteSpaceEdits } from './white-space-edits';

const spaces = { tabSize: 4, insertSpaces: true };
const tabs = { tabSize: 4, insertSpaces: false };

function formatted(text: string, options = spaces): string {
  const once = applyWhiteSpaceEdits(text, formatDocument(createDocument('config.toml', text), options));
  const again = formatDocument(createDocument('config.toml', once), options);
  assert.deepEqual(again, [], 'formatting twice changes something');
  return once;
}

function unchanged(text: string): void {
  assert.deepEqual(formatDocument(createDocument('config.toml', text), spaces), []);
}

const savedByTheRunner = `concurrent = 1
check_interval = 0

[session_server]
  session_timeout = 1800

[[runners]]
  name = "build-01"
  executor = "kubernetes"
  [runners.cache]
    MaxUploadedArchiveSize = 0
    [runners.cache.s3]
  [runners.kubernetes]
    image = "alpine"
    [runners.kubernetes.volumes]
      [[runners.kubernetes.volumes.host_path]]
        name = "docker"
`;

describe('formatting', () => {
  it('leaves a file alone that the runner itself has written', () => unchanged(savedByTheRunner));

  it('indents by the depth of the table and puts a blank line before root tables', () => {
    const flat = savedByTheRunner.replace(/^ +/gm, '').replaceAll('\n\n', '\n');
    assert.equal(formatted(flat), savedByTheRunner);
  });

  it('indents four spaces as two, whatever the tab size', () => {
    assert.equal(
      formatted('[[runners]]\n    name = "a"\n    [runners.docker]\n        image = "b"\n'),
      '[[runners]]\n  name = "a"\n  [runners.docker]\n    image = "b"\n',
    );
  });

  it('uses a tab for each level where the client wants tabs', () => {
    assert.equal(
      formatted('[[runners]]\n  [runners.docker]\n  image = "b"\n', tabs),
      '[[runners]]\n\t[runners.docker]\n\t\timage = "b"\n',
    );
  });

  it('puts one space around =, in inline tables too, and none around dots and inside the brackets of headers', () => {
    assert.equal(
      formatted(
        '[[ runners ]]\n  [ runners . "docker" ]\n    image="b"   # kept apart\n    a . b   =\t{ c=1,d  =  2 }\n',
      ),
      '[[runners]]\n  [runners."docker"]\n    image = "b"   # kept apart\n    a.b = { c = 1,d = 2 }\n',
    );
  });

  it('makes one of several blank lines, none at the start, and one line break at the end', () => {
    assert.equal(
      formatted('\n\nconcurrent = 1  \n\n \n\t\nlog_level = "info"\n\n\n'),
      'concurrent = 1\n\nlog_level = "info"\n',
    );
    assert.equal(formatted('concurrent = 1'), 'concurrent = 1\n');
    assert.equal(formatted(' \n\n'), '');
    unchanged('');
  });

  it('keeps the line breaks of an array and indents its items', () => {
    assert.equal(
      formatted('[[runners]]\n  [runners.docker]\n  volumes = [\n  "/a", "/b",\n        # for builds\n  "/c"\n]\n'),
      '[[runners]]\n  [runners.docker]\n    volumes = [\n      "/a", "/b",\n      # for builds\n      "/c"\n    ]\n',
    );
  });

  it('indents once for brackets that open together', () => {
    assert.equal(
      formatted('services = [{\nname = "a",\nnested = [\n1\n] }, {\nname = "b"\n}]\n'),
      'services = [{\n  name = "a",\n  nested = [\n    1\n] }, {\n  name = "b"\n}]\n',
    );
  });

  it('never touches the inside of a multi-line string', () => {
    assert.equal(
      formatted('[[runners]]\npre_build_script="""\n  echo a   \n\n\n[x]\n"""  \n'),
      '[[runners]]\n  pre_build_script = """\n  echo a   \n\n\n[x]\n"""\n',
    );
  });

  it('keeps CRLF, and each line break of a mixed file', () => {
    assert.equal(formatted('a=1\r\n[b]\r\nc=1\n\n\n[[runners]]'), 'a = 1\r\n\r\n[b]\r\n  c = 1\n\n[[runners]]\n');
  });

  it('keeps a byte order mark', () => {
    assert.equal(formatted('\uFEFF\n  concurrent=1\n'), '\uFEFFconcurrent = 1\n');
  });

  it('leaves lines with a syntax error as they are and formats the others', () => {
    assert.equal(
      formatted('concurrent  =  yes  \nlog_level="info"\n[[runners\n name   "a"\nurl="b"\n [runners.\n   image="c"\n'),
      'concurrent  =  yes  \nlog_level = "info"\n[[runners\n name   "a"\n  url = "b"\n [runners.\n   image = "c"\n',
    );
  });

  it('leaves all lines of an unfinished value', () => {
    const text = '[[runners]]\n  environment = [\n "A=1",\n      "B=2"\n  [runners.docker]\n';
    unchanged(text);
  });

  it('formats what is only defined twice', () => {
    assert.equal(formatted('a=1\na=2\n'), 'a = 1\na = 2\n');
  });
});

describe('formatting comments', () => {
  it('gives a comment the indentation of what follows, and keeps it with the header below', () => {
    assert.equal(
      formatted(
        'concurrent = 1\n    # one at a time\nlog_level = "info"\n  # The first\n  # runner\n[[runners]]\n# its name\n  name = "a"\n',
      ),
      'concurrent = 1\n# one at a time\nlog_level = "info"\n\n# The first\n# runner\n[[runners]]\n  # its name\n  name = "a"\n',
    );
  });

  it('keeps a key that was switched off in its table', () => {
    const text =
      '[[runners]]\n  [runners.docker]\n    image = "a"\n    # privileged = true\n  [runners.cache]\n    # Shared = true\n';
    unchanged(text);
    assert.equal(formatted(text.replaceAll('  ', '    ')), text);
  });

  it('keeps a table that was switched off at its depth', () => {
    unchanged(
      '[[runners]]\n  [runners.cache]\n    [runners.cache.s3]\n      A = 1\n    # [runners.cache.gcs]\n  [runners.docker]\n',
    );
  });

  it('gives the last comment the indentation of its table', () => {
    assert.equal(formatted('[[runners]]\nname = "a"\n# limit = 1\n'), '[[runners]]\n  name = "a"\n  # limit = 1\n');
    unchanged('[[runners]]\n  name = "a"\n\n# vim: set ft=toml:\n');
  });

  it('takes away white space after a comment, not its text', () => {
    assert.equal(formatted('#  a \t b \t\n'), '#  a \t b\n');
  });
});

describe('formatting a range', () => {
  it('changes only lines of the range', () => {
    const text = 'a=1\nb=2\nc=3  \n\n\n\nd=4\n';
    const range = (first: string, last: string) => ({ start: text.indexOf(first), end: text.indexOf(last) });
    const result = (span: { start: number; end: number }) =>
      applyWhiteSpaceEdits(text, formatRange(createDocument('config.toml', text), span, spaces));
    assert.equal(result(range('b', 'c')), 'a=1\nb = 2\nc=3  \n\n\n\nd=4\n');
    assert.equal(result(range('b', '=3')), 'a=1\nb = 2\nc = 3\n\n\n\nd=4\n');
    assert.equal(result({ start: 5, end: 5 }), 'a=1\nb = 2\nc=3  \n\n\n\nd=4\n');
    assert.equal(result(range('=3', '=4')), 'a=1\nb=2\nc = 3\n\nd = 4\n');
  });
});

describe('a long text', () => {
  it('is formatted by edits that are not too many, and do the same', () => {
    const lines = 30_000;
    const text = `[[runners]]\n${'# a\n'.repeat(lines)}name = "a"\n`;
    const edits = formatDocument(createDocument('config.toml', text), spaces);
    assert.ok(edits.length > 100 && edits.length <= 20_000, `${edits.length} edits`);
    assert.equal(applyEdits(text, edits), `[[runners]]\n${'  # a\n'.repeat(lines)}  name = "a"\n`);
  });
});
