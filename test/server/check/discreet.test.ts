import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { discreet } from '../../../server/check/discreet';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import { loadSchema } from '../../../server/schema/schema';
import { message } from '../../../server/text/message';

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

test('what is cut keeps whole characters, and names of tables are no text of the file', () => {
  const schema = loadSchema();
  const table = '[[runners.autoscaler.state_storage_and_more_that_is_not_known]]';
  const known = '[runners.kubernetes.affinity.node_affinity.required_during_scheduling_ignored_during_execution]';
  const emoji = `${'x'.repeat(58)}\u{1f600}${'y'.repeat(9)}`;
  const document = createDocument('file:///config.toml', `# ${long} ${emoji} ${table} ${known}\n`);
  const said = (text: string) => {
    const finding = {
      code: 'unknown-key',
      severity: 'hint',
      start: 0,
      end: 1,
      message: message('code', { text }),
    } as const;
    return discreet(document, { schema }, { ...finding, related: [{ start: 0, end: 1, message: finding.message }] });
  };
  const cut = (text: string) => said(text).message.args?.text;
  assert.equal(cut(long), `${'x'.repeat(59)}…`);
  assert.equal(cut('x'.repeat(60)), 'x'.repeat(60));
  assert.equal(cut('x'.repeat(61)), `${'x'.repeat(59)}…`);
  assert.equal(cut(emoji), `${'x'.repeat(58)}…`);
  assert.equal(cut('z'.repeat(70)), 'z'.repeat(70), 'not of the file');
  assert.equal(cut(table), `${table.slice(0, 59)}…`);
  assert.equal(cut(known), known);
  assert.deepEqual(
    said(long).related?.map(({ message: { args } }) => args?.text),
    [`${'x'.repeat(59)}…`],
  );
});
