/** What is said of a configuration in a fence of Markdown: only what helps the one who writes it, and quietly. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { readFile } from '../../../server/meaning/host-file';
import { context } from '../findings';

/** The findings of a fence, as `severity code «its characters»`. */
function found(toml: string): string[] {
  const { documents } = readFile('file:///project/README.md', `\`\`\`toml\n${toml}\`\`\`\n`, 'markdown');
  const [document, ...others] = documents;
  assert.ok(document && others.length === 0);
  return checkDocument(document, context).map(
    ({ severity, code, start, end }) => `${severity} ${code} «${document.text.slice(start, end)}»`,
  );
}

describe('in an example', () => {
  it('a name that the runner does not know and a value of another type are hints, and a value that may stand for others nothing', () =>
    assert.deepEqual(found('[[runners]]\n  executr = "docker"\n  limit = "a"\n  executor = "x"\n  Name = "x"\n'), [
      'hint unknown-key «executr»',
      'hint wrong-type «"a"»',
      'hint key-case «Name»',
    ]));

  it('a word that is none of the values is a hint, and what the reader is to replace nothing', () => {
    const said = (value: string) => found(`[[runners]]\n  executor = "a"\n  [runners.cache]\n    Type = "${value}"\n`);
    for (const value of ['local', 'minio', 's4v2']) assert.deepEqual(said(value), [`hint invalid-value «"${value}"»`]);
    for (const value of [
      ...['TYPE', 's3|gcs', 's3 or gcs', '...', '<type>', 'x', 'xxx', 'your-type', 'my-cache', 'example', 'change-me'],
      ...['S3_OR_GCS', '{{ type }}', '$TYPE', '类型'],
    ])
      assert.deepEqual(said(value), [], value);
    // What has a form of its own, as a size has, may be one that the reader is to replace.
    assert.deepEqual(found('[[runners]]\n  [runners.docker]\n    memory = "512mm"\n    image = "Alpine"\n'), []);
  });

  it('what is quiet everywhere is said as everywhere', () =>
    assert.deepEqual(found('[[runners]]\n  [runners.machine]\n    IdleCont = 1\n'), [
      'hint deprecated-key «machine»',
      'hint unknown-key «IdleCont»',
    ]));

  it('of keys above the first header the table is not known', () => {
    assert.deepEqual(found('limit = 1\nlimt = 2\n[runners.docker]\n  limt = 1\n'), ['hint unknown-key «limt»']);
    assert.deepEqual(found('concurrent = 1\nlimit = 1\n[[runners]]\n'), ['hint misplaced-key «limit»']);
  });

  it('of keys below lines that are left out the table is not known', () => {
    assert.deepEqual(found('[[runners]]\n  privileged = true\n  # ...\n  imag = "a"\n'), [
      'hint unknown-key «privileged»',
    ]);
    assert.deepEqual(found('[[runners]]\n  ...\n  limt = 1\n'), []);
    assert.deepEqual(
      found('[[runners]]\n  [runners.docker]\n    limit = 1\n  [runners.kubernetes]\n    ...\n    limit = 5\n'),
      ['hint misplaced-key «limit»'],
    );
    assert.deepEqual(found('[[runners]]\n  ...\n  [runners.docker]\n    limit = 1\n'), ['hint misplaced-key «limit»']);
    assert.deepEqual(found('concurrent = 1\n...\nlimit = 1\n[[runners]]\n'), []);
    assert.deepEqual(found('...\nlimit = 1\n[[runners]]\n'), []);
  });
});
