import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { readFile } from '../../../../server/meaning/host-file';
import { counted } from '../../../counted';
import { asData } from '../../as-data';
import { context } from '../../findings';

/** What is said of the file. */
function report(name: string, text: string): string[] {
  const container = name.endsWith('.yaml') ? 'yaml' : undefined;
  return readFile(`file:///project/${name}`, text, container).documents.flatMap((document) =>
    checkDocument(document, context).map((finding) => `${finding.severity} ${asData(finding.message)}`),
  );
}

const chart = (line: string) =>
  `gitlabUrl: a\nrunners:\n  config: |\n    [[runners]]\n      ${line}\n      limit = 1\n`;

it('a token in a registration template is cleared, and where it belongs is said', () => {
  assert.deepEqual(report('values.yaml', chart('token = "glrt-aaaaaaaaaaaaaaaaaaaa"')), [
    'warning ineffective-token owner=chart',
  ]);
  assert.deepEqual(report('config.template.toml', '[[runners]]\n  token = "glrt-aaaaaaaaaaaaaaaaaaaa"\n'), [
    'warning ineffective-token owner=runner',
  ]);
});

it('an empty one says as much, and elsewhere it is the runner’s', () => {
  for (const line of counted(['token = ""', '# token = "a"', 'name = "a"'], 3))
    assert.deepEqual(report('values.yaml', chart(line)), [], line);
  const runner =
    '[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-aaaaaaaaaaaaaaaaaaaa"\n  executor = "shell"\n';
  assert.deepEqual(report('config.toml', runner), []);
});
