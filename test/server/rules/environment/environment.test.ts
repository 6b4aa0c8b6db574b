/** Variables of jobs and services, and the credentials among them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentEntry } from '../../../../server/values/environment-entry';
import { counted } from '../../../counted';
import { SLACK } from '../../../slack';
import { briefReportOf, dataReportOf, fixed, fixKinds, reportOf } from '../../findings';
import { skip, verdictsOf } from '../../values/verdicts';

const runner = (environment: string) =>
  `[[runners]]\n  executor = "docker"\n  environment = ${environment}\n  [runners.docker]\n    image = "alpine"\n`;
const environmentOf = (text: string) => /environment = (.*)/.exec(text)?.[1];

/** What is wrong, on which characters, and what is meant. */
function wrong(text: string): string {
  const [problem] = environmentEntry.read(text).problems;
  if (!problem) return '';
  const { message, start, end, repaired, items } = problem;
  const meant = items ? ` -> ${items.join(' | ')}` : repaired === undefined ? '' : ` -> ${repaired}`;
  return `${message.id.replace('invalid-value.environment.', '')} «${text.slice(start, end)}»${meant}`;
}

test('an entry is a name, an equals sign and a value', () => {
  const expected: Readonly<Record<string, string>> = {
    HTTP_PROXY: 'no-equals «HTTP_PROXY»',
    '': 'no-equals «»',
    'A:1': 'colon «A:1» -> A=1',
    'A: "x y"': 'colon «A: "x y"» -> A=x y',
    '=x': 'no-name «=»',
    'A =1': 'name «A » -> A=1',
    'A = 1': 'name «A » -> A=1',
    ' A=1': 'name « A» -> A=1',
    'export A=1': 'name «export A» -> A=1',
    '-e A=1': 'name «-e A» -> A=1',
    '$env:A=1': 'name «$env:A» -> A=1',
    '"A=1"': 'name «"A» -> A=1',
    'FOO BAR=1': 'name «FOO BAR»',
    'A=1 B=2': 'several «A=1 B=2» -> A=1 | B=2',
    'A=1, B=2,C=3': 'several «A=1, B=2,C=3» -> A=1 | B=2 | C=3',
    'A=1\nB=2\n': 'several «A=1\nB=2\n» -> A=1 | B=2',
    'A="x"': 'quotes «"x"» -> A=x',
    "A=''": "quotes «''» -> A=",
  };
  for (const [text, said] of counted(Object.entries(expected))) assert.equal(wrong(text), said, JSON.stringify(text));
});

test('what may be meant as it is written is left alone', () => {
  for (const text of counted([
    'A=1',
    'A=',
    'A=b=c',
    'A-B=1',
    'a.b=1',
    'NO_PROXY=localhost,127.0.0.1,.example.com',
    'JAVA_OPTS=-Xmx1g A=1',
    'MAKEFLAGS=V=1 CC=gcc',
    'CMAKE_ARGS=A B=1',
    'OTEL_RESOURCE_ATTRIBUTES=service.name=x,ENV=prod',
    'LABELS=a=b,c=d',
    'GREETING=hello there, X=1 holds',
    'JSON={"a": "b"}',
    'QUOTED="a" and "b"',
    'DSN=postgres://u:p@h/db?A=1&B=2',
    'FF_NETWORK_PER_BUILD=true',
    'DOCKER_AUTH_CONFIG={"auths":{}}',
    'PS1=\\u@\\h ',
    'SCRIPT=a; b=1; C=2',
    "A='a' 'b'",
  ])) {
    assert.deepEqual(environmentEntry.read(text).problems, [], text);
  }
});

test('what the runner drops is reported', { skip }, () => {
  for (const { input, accepted } of counted(verdictsOf('environment'))) {
    const isReported = environmentEntry.read(input).problems.length > 0;
    if (!accepted) assert.ok(isReported, input);
  }
});

test('two variables in one entry become two entries', () => {
  const text = runner('["A=1 B=2", "C=3"]');
  assert.deepEqual(briefReportOf(text), ['3 warning invalid-value «"A=1 B=2"»']);
  assert.equal(environmentOf(fixed(text, 'Make 2 entries of it')), '["A=1", "B=2", "C=3"]');
});

test('what is said repeats no value', () => {
  const texts = [
    '["A: hunter22"]',
    '["A = hunter22"]',
    '["A=\\"hunter22\\""]',
    '["A=hunter22 B=hunter23"]',
    '["hunter22"]',
  ];
  for (const text of counted(texts)) {
    const said = reportOf(runner(text)).map((line) => line.slice(line.indexOf('»: ')));
    assert.ok(said.length > 0, text);
    assert.doesNotMatch([...said, ...fixKinds(runner(text))].join('\n'), /hunter/, text);
  }
});

test('of two entries of a name the last one counts', () => {
  const text = runner('["A=1", "B=1", "A=2"]');
  assert.deepEqual(dataReportOf(text), ['3 hint environment-duplicate «"A=1"»: environment-duplicate name=A']);
  assert.equal(environmentOf(fixed(text, 'Remove this entry')), '["B=1", "A=2"]');
  for (const environment of ['["A=1", "B=2"]', '["a=1", "A=2"]', '["A", "B"]', '["A=$X", "A=$Y"]', '[]', '"A=1"']) {
    assert.ok(!briefReportOf(runner(environment)).some((line) => line.includes('environment-duplicate')), environment);
  }
});

const auth = (json: string) => runner(`['DOCKER_AUTH_CONFIG=${json}']`);

test('credentials that the runner cannot read', () => {
  const expected: Readonly<Record<string, string>> = {
    '{auths:{}}': 'docker-auth-config.json',
    '{"auths":': 'docker-auth-config.json',
    '{"r.example.com":{"auth":"dXNlcjpwYXNz"}}': 'docker-auth-config.none',
    '{"auths":["r"]}': 'docker-auth-config.none',
    '{"auths":{"r.example.com":{"auth":"user:pass"}}}': 'docker-auth-config.auth',
    '{"auths":{"r.example.com":{"auth":"dXNlcg=="}}}': 'docker-auth-config.auth',
  };
  for (const [json, said] of counted(Object.entries(expected))) {
    const report = dataReportOf(auth(json));
    assert.equal(report.length, 1, json);
    assert.match(report[0] ?? '', /^3 warning docker-auth-config «/);
    assert.ok(report[0]?.endsWith(`: ${said}`), `${json}: ${report[0]}`);
  }
});

test('credentials that it reads, and what stands for some', () => {
  for (const json of counted([
    '{"auths":{"r.example.com":{"auth":"dXNlcjpwYXNz"}}}',
    '{"auths":{"r.example.com":{}}}',
    '{"auths":{}}',
    '',
    '{"credsStore":"osxkeychain"}',
    '{"credHelpers":{"r.example.com":"ecr-login"}}',
    '{"Auths":{"r.example.com":{"auth":"dXNlcjpwYXNz"}}}',
    '{"auths":{"r.example.com":{"auth":"xxxx"}}}',
    '{"auths":{"r.example.com":{"auth":"***"}}}',
    '{"auths":{"r.example.com":{"auth":"REDACTED0000"}}}',
    '{"auths":{"r.example.com":{"auth":"$AUTH"}}}',
    '{{ .Values.auth | toJson }}',
    '<base64>',
    '$DOCKER_AUTH_CONFIG',
    '{"auths":{}} trailing',
  ])) {
    assert.deepEqual(briefReportOf(auth(json)), [], json);
  }
});

test('credentials are mended where the meaning is clear', () => {
  const mended = (text: string, title: string) => environmentOf(fixed(text, title));
  assert.equal(
    mended(runner(`["DOCKER_AUTH_CONFIG={'auths':{'r.io':{'auth':'dTpw'}}}"]`), 'Write it as JSON'),
    `['DOCKER_AUTH_CONFIG={"auths":{"r.io":{"auth":"dTpw"}}}']`,
  );
  assert.equal(
    mended(auth('{"r.io":{"auth":"dTpw"}}'), 'Put it into `auths`'),
    `['DOCKER_AUTH_CONFIG={"auths":{"r.io":{"auth":"dTpw"}}}']`,
  );
  assert.equal(
    mended(auth('{"auths":{"r.io":{"auth":"u:p"}}}'), 'Encode it in Base64'),
    `['DOCKER_AUTH_CONFIG={"auths":{"r.io":{"auth":"dTpw"}}}']`,
  );
});

test('a helper is a name, and no path', () => {
  const text = auth('{"credHelpers":{"r.io":"/usr/bin/docker-credential-ecr-login"}}');
  assert.deepEqual(briefReportOf(text), ['3 error docker-auth-path-traversal «/usr/bin/docker-credential-ecr-login»']);
  assert.equal(
    environmentOf(fixed(text, 'Write the name alone')),
    `['DOCKER_AUTH_CONFIG={"credHelpers":{"r.io":"ecr-login"}}']`,
  );
  assert.deepEqual(briefReportOf(auth('{"credsStore":"../x"}')), ['3 error docker-auth-path-traversal «../x»']);
});

test('a search path that the runner does not put in', () => {
  for (const [entry, part] of counted([
    ['PATH=/opt/x:$PATH', '$PATH'],
    [`PATH=/opt/x:\${PATH}`, `\${PATH}`],
    ['Path=C:/x;%PATH%', '%PATH%'],
  ] as const)) {
    assert.deepEqual(briefReportOf(runner(`["${entry}"]`)), [`3 warning unexpanded-variable «${part}»`]);
  }
  for (const entry of counted([
    'PATH=/opt/x:/bin',
    'A=$PATH',
    'GOPATH=$HOME/go',
    'PATH=$CI_PROJECT_DIR/bin:/bin',
    'X=%PATH%',
  ])) {
    assert.deepEqual(briefReportOf(runner(`["${entry}"]`)), [], entry);
  }
  assert.deepEqual(briefReportOf(runner('["PATH={{ .x }}:$PATH"]')), []);
});

test('hostile entries are read at once', () => {
  const start = performance.now();
  for (const part of ['A', 'A=1 ', ' ', '"', 'A:', ',', 'export ', '=', '-e ', 'A=1;\n'])
    environmentEntry.read(part.repeat(200_000));
  assert.ok(performance.now() - start < 1500 * SLACK);
});
