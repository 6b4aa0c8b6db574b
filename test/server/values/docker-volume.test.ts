import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dockerVolume } from '../../../server/values/docker-volume';
import { readLinuxVolume } from '../../../server/values/docker-volume-linux';
import { readWindowsVolume } from '../../../server/values/docker-volume-windows';
import { counted } from '../../counted';
import { SLACK } from '../../slack';
import { dataReportOf, fixKinds } from '../findings';
import { functionVerdicts, skipFunctions } from './runner-functions';
import { skip, verdictsOf } from './verdicts';

const ROOT = 'invalid-value.volume.root';

test('a volume is what the runner reads as one', { skip }, () => {
  for (const [name, read] of [
    ['docker-volume-linux', readLinuxVolume],
    ['docker-volume-windows', readWindowsVolume],
  ] as const) {
    for (const { input, accepted, means } of counted(verdictsOf(name))) {
      const { value, problems: all } = read(input);
      // The runner reads the system drive of Windows, and the daemon refuses it.
      const problems = name === 'docker-volume-windows' ? all.filter(({ message }) => message.id !== ROOT) : all;
      assert.equal(problems.length === 0, accepted, `${JSON.stringify(input)}: ${JSON.stringify(problems)}`);
      if (!value || typeof means !== 'object') continue;
      const { source, destination, mode = '' } = means;
      assert.deepEqual(value, { source, destination, readOnly: /^ro$/i.test(String(mode)) }, input);
    }
  }
});

test('a volume is what the parser of the runner takes', { skip: skipFunctions }, () => {
  for (const [name, read] of [
    ['linux_volume', readLinuxVolume],
    ['windows_volume', readWindowsVolume],
  ] as const) {
    for (const { in: input, error } of counted(functionVerdicts(name))) {
      const problems = read(input).problems.filter(({ message }) => message.id !== ROOT);
      assert.equal(problems.length > 0, error !== undefined, `${JSON.stringify(input)}: ${JSON.stringify(problems)}`);
    }
  }
});

/** What is wrong, on which characters, and what is meant. */
function wrong(text: string): string {
  const [problem] = dockerVolume.read(text).problems;
  if (!problem) return '';
  const { message, start, end, repaired, guessed } = problem;
  const meant = repaired === undefined ? '' : ` -> ${repaired}${guessed ? '?' : ''}`;
  return `${message.id.replace('invalid-value.volume.', '')} «${text.slice(start, end)}»${meant}`;
}

test('what is wrong is said of its characters, with the volume that was meant', () => {
  const expected: Readonly<Record<string, string>> = {
    '': 'empty «»',
    '/a:/b:nocopy': 'option «nocopy» -> /a:/b',
    '/a:/b:ro,cached': 'option «cached» -> /a:/b:ro',
    '/a:/b:readonly': 'option «readonly» -> /a:/b:ro',
    '/a:/b:z,ro': 'order «z,ro» -> /a:/b:ro,z',
    '/a:/b:ro,rw': 'order «ro,rw»',
    '/a:/b:T': 'option «T»',
    '/a:/b:rw,': 'option «,» -> /a:/b:rw',
    '/a:/b:ro ': 'option «ro » -> /a:/b:ro',
    '/a:/b:/c': 'option «/c»',
    './x:/y': 'relative-source «./x»',
    '~/x:/y': 'relative-source «~/x»',
    'rel/dir:/y': 'relative-source «rel/dir»',
    '/a:b': 'relative-destination «b» -> /a:/b?',
    '/a:': 'option «:» -> /a',
    cache: 'relative «cache» -> /cache?',
    ':/b': 'no-source «:» -> /b',
    ' /a:/b': 'blank « » -> /a:/b',
    '/a: /b': 'blank « » -> /a:/b',
    '/a://b': 'double-slash «//» -> /a:/b',
    '/a:/b//c///d:ro': 'double-slash «//» -> /a:/b/c/d:ro',
    '"/a:/b"': 'quoted «"/a:/b"» -> /a:/b',
    '/srv:/': 'root «/»',
    '/a/..': 'root «/a/..»',
    '/a*:/b': 'character «*»',
    'C:\\a:/b': 'windows-source «C:\\a» -> /c/a:/b?',
    'c:/Users/x y:/b:ro': 'windows-source «c:/Users/x y» -> /c/Users/x y:/b:ro?',
    'c:\\a:c:\\b:z': 'windows-option «z» -> c:\\a:c:\\b',
    '..\\a:c:\\b': 'windows «..\\a:c:\\b»',
    'C:\\\\a:C:\\\\b': 'windows «C:\\\\a:C:\\\\b» -> C:\\a:C:\\b',
  };
  for (const [text, said] of counted(Object.entries(expected))) assert.equal(wrong(text), said, text);
});

test('what is repaired is a volume', () => {
  for (const text of [
    '/a:/b:nocopy',
    '/a:/b:z,ro',
    '/a://b',
    'C:\\a:/b',
    ':/b',
    '/a:/b:rslave,ro',
    'C:\\\\a:C:\\\\b',
  ]) {
    const repaired = dockerVolume.read(text).problems[0]?.repaired ?? assert.fail(text);
    assert.deepEqual(dockerVolume.read(repaired).problems, [], repaired);
  }
});

test('what the runner takes is taken', () => {
  for (const text of counted([
    '/cache',
    '/a:/b',
    '/a:/b:ro',
    '/a:/b:ro,z',
    '/a:/b:Z',
    'name:/b',
    '/a:/b:rslave',
    '/a:/b:O',
    '/a b:/c d:rw',
    '/a:/some/$VAR/x',
    '/var/run/docker.sock:/var/run/docker.sock',
    '/:/host',
    '/cache,with,commas',
    'c:\\cache',
    'C:/a:C:/b',
    'vol:c:\\cache',
    '\\\\.\\pipe\\docker_engine:\\\\.\\pipe\\docker_engine',
    'f:',
  ])) {
    assert.deepEqual(dockerVolume.read(text).problems, [], text);
  }
});

test('an error on the option inside of the string, with its fix', () => {
  const text = '[[runners]]\n  [runners.docker]\n    image = "a"\n    volumes = ["/cache", "/a\\u0062:/c:nocopy"]\n';
  assert.deepEqual(dataReportOf(text), ['4 error invalid-value «nocopy»: invalid-value.volume.option option=nocopy']);
  assert.deepEqual(fixKinds(text), ['* Change to `"/ab:/c"`']);
});

test('a hostile volume is read at once', () => {
  const start = performance.now();
  for (const part of ['/', '/a', ':', ',', '\\', 'c:\\', ' ', '/a:', ':ro', '/..', '//./pipe/', 'a']) {
    dockerVolume.read(part.repeat(200_000));
    dockerVolume.read(`${part.repeat(200_000)}:`);
    dockerVolume.read(`/a:/b:${part.repeat(200_000)}`);
  }
  assert.ok(performance.now() - start < 3000 * SLACK);
});

test('the system drive of Windows cannot be a volume, others can', () => {
  for (const text of counted(['C:', 'c:/', 'C:\\', 'data:C:', 'D:\\x:c:\\:ro'])) {
    const problems = dockerVolume.read(text).problems;
    assert.deepEqual(
      problems.map(({ message, start, end, fails }) => [
        message.id,
        text.slice(start, end).toLowerCase().slice(0, 2),
        fails,
      ]),
      [[ROOT, 'c:', true]],
      text,
    );
  }
  for (const text of counted(['D:', 'd:\\', 'C:\\cache', 'C:\\:D:\\', 'C:\\data:D:']))
    assert.deepEqual(dockerVolume.read(text).problems, [], text);
});
