/** Quotes within quotes where no text has any. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed } from '../../findings';

const HEAD = '[[runners]]\n  url = "https://gitlab.example.com"\n  token = "$T"\n  executor = "docker"\n';
const DOCKER = '  [runners.docker]\n    image = "alpine:3.20"\n';

test('a runtime, and a host', () => {
  const text = `${HEAD}${DOCKER}    runtime = '"runsc"'\n    hostname = "'build'"\n`;
  assert.deepEqual(briefReportOf(text), [`7 warning quoted-twice «'"runsc"'»`, `8 warning quoted-twice «"'build'"»`]);
  assert.match(fixed(text, 'Change to `"runsc"`'), /runtime = "runsc"\n/);
});

test('one finding where a grammar reads the text', () => {
  const text = `${HEAD}  [runners.docker]\n    image = '"alpine:3.20"'\n`;
  assert.equal(briefReportOf(text).length, 1);
});

test('texts that may have quotes', () => {
  const lines = [
    `  pre_build_script = '"/srv/hook"'\n`,
    `  environment = ['A="b"']\n`,
    `  name = "'a'"\n`,
    '  builds_dir = "/srv/\\"a\\""\n',
    `  builds_dir = '""'\n`,
  ];
  for (const line of counted(lines))
    assert.deepEqual(
      briefReportOf(HEAD + line + DOCKER).filter((each) => each.includes('quoted-twice')),
      [],
      line,
    );
});

test('what is to be no text is another mistake', () => {
  const text = `[[runners]]\n  [runners.instance]\n    use_common_build_dir = '"true"'\n`;
  assert.deepEqual(briefReportOf(text), [`3 error wrong-type «'"true"'»`]);
});
