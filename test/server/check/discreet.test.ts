import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';

/** The arguments of what is said of a text, by code. */
function argumentsOf(text: string): Record<string, unknown> {
  const found = checkDocument(createDocument('file:///config.toml', text), createContext());
  return Object.fromEntries(found.map(({ code, message: { args } }) => [code, args]));
}

const long = 'x'.repeat(100);

test('what is advised is said in full, however long', () => {
  const image = 'helper_image = "gitlab/gitlab-runner:latest"';
  const text = `[[runners]]\n  executor = "docker"\n  [runners.docker]\n    ${image}\n`;
  assert.deepEqual(argumentsOf(text)['helper-image'], {
    repository: 'registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper',
  });
});

test('a long value of the file is cut, with escapes in it, too', () => {
  for (const value of [long, `${long}\\u001b`]) {
    const said = JSON.stringify(argumentsOf(`[[runners]]\n  executor = "${value}"\n`)['invalid-value']);
    assert.ok(said.includes(`${long.slice(0, 50)}`) && said.includes('…') && !said.includes(long), said);
  }
});

test('a long name of a table is said in full', () => {
  const table = 'runners.kubernetes.init_permissions_container_security_context.capabilities';
  const said = JSON.stringify(argumentsOf(`[[runners]]\n  executor = "kubernetes"\n  [${table}]\n    ad = ["X"]\n`));
  assert.ok(said.includes(`[${table}]`), said);
});
