import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SLACK } from '../slack';
import { seedOr } from './seeds';
import { open } from './stage';
import type { Workbench } from './workbench';

const SHELL = `concurrent = 4
check_interval = 3

[session_server]
  listen_address = "[::]:8093"

[[runners]]
  name = "shell"
  url = "https://gitlab.example.com"
  executor = "shell"
  [runners.custom_build_dir]
    enabled = true`;

const DOCKER = `[[runners]]
  executor = "docker"
  environment = ["A=1", "DOCKER_AUTH_CONFIG={\\"auths\\":{}}"]
  [runners.cache]
    Type = "s3"
    Shared = true
    [runners.cache.s3]
      Insecure = false
  [runners.docker]
    privileged = true
    volumes = ["/cache", '/data']
    wait_for_services_timeout = 30
    [runners.docker.sysctls]
      "net.ipv4.ip_forward" = "1"

# the second
[[runners]]
  executor = "shell"`;

const KUBERNETES = `[[runners]]
  [runners.kubernetes]
    privileged = false
    [[runners.kubernetes.host_aliases]]
      ip = "192.0.2.14"
      hostnames = ["gitlab.example.com"]
    [[runners.kubernetes.host_aliases]]
      ip = "192.0.2.15"
    [runners.kubernetes.volumes]
      [[runners.kubernetes.volumes.host_path]]
        name = "docker"
        read_only = true
        mount_path = "/var/run/docker.sock"`;

const LISTS = `[[runners]]
  limit = 3
  pre_build_script = """
  echo one
  """
  environment = [
    "A=1",
  ]
  [runners.docker]
    pull_policy = ["always", "if-not-present"]
    tls_verify = false`;

const BLOCK = 'kind: ConfigMap\napiVersion: v1\ndata:\n  config.toml: |\n    ';

/** Milliseconds from key to key: a fast typist's, on a slow machine, too, where what comes late must not write into the text. */
const KEY = 40;

/** Where the extension takes back what the editor closed, it has to keep up. */
const PATIENT_KEY = KEY * SLACK;

/** Milliseconds that the hand takes back to Enter: the list of suggestions is there by then. */
const TO_ENTER = 120 * SLACK;

/** One key after the other, as somebody does who looks at the paper: no indentation, no suggestion, nothing corrected. */
async function typeBlind(workbench: Workbench, text: string, delay = KEY): Promise<void> {
  for (const line of text.split(/(?=\n)/)) {
    if (line.startsWith('\n')) await workbench.press('Enter');
    await workbench.page.keyboard.type(line.trimStart(), { delay });
    await workbench.page.waitForTimeout(TO_ENTER);
  }
  await workbench.settle();
  await workbench.press('Escape');
}

async function readyToType(workbench: Workbench): Promise<void> {
  await workbench.seen('[id="status.languageStatus"]');
  await workbench.settle();
  await workbench.see('.part.editor .view-lines').click();
  await workbench.press('Control+End');
}

for (const [name, text] of Object.entries({ SHELL, DOCKER, KUBERNETES, LISTS })) {
  test(`typing: ${name.toLowerCase()}, from nothing and without looking, gives just that file`, async () => {
    const workbench = await open({ file: 'gitlab-runner/config.toml', files: { 'gitlab-runner/config.toml': '' } });
    await readyToType(workbench);
    await typeBlind(workbench, text);
    await workbench.savesAs(text);
    await workbench.close();
  });
}

test('typing: in a block of YAML too, whose editor is set up for YAML', async () => {
  const workbench = await open({ file: 'values.yaml', files: { 'values.yaml': BLOCK } });
  await workbench.see('.part.editor .view-lines').click();
  await workbench.settle();
  await workbench.press('Control+End');
  await typeBlind(workbench, KUBERNETES);
  await workbench.savesAs(BLOCK + KUBERNETES.replaceAll('\n', '\n    '));
  await workbench.close();
});

const LOGIN =
  '[[runners]]\n  environment = ["DOCKER_AUTH_CONFIG={\\"auths\\":{\\"a.example.com\\":{\\"auth\\":\\"YTpi\\"}}}"]';

test('typing: quotes that are escaped in a string of a block of YAML are not closed by the editor', async () => {
  const workbench = await open({ file: 'values.yaml', files: { 'values.yaml': BLOCK } });
  await workbench.see('.part.editor .view-lines').click();
  await workbench.settle();
  await workbench.press('Control+End');
  await typeBlind(workbench, LOGIN, PATIENT_KEY);
  await workbench.savesAs(BLOCK + LOGIN.replaceAll('\n', '\n    '));
  await workbench.close();
});

/** Every key, the blanks of the file among them: whoever copies a text types on each line what stands there. */
async function typeAsWritten(workbench: Workbench, text: string): Promise<void> {
  for (const line of text.split(/(?=\n)/)) {
    if (line.startsWith('\n')) await workbench.press('Enter');
    await workbench.page.keyboard.type(line.replace('\n', ''), { delay: KEY });
    await workbench.page.waitForTimeout(TO_ENTER);
  }
  await workbench.settle();
  await workbench.press('Escape');
}

const OPERATOR = `[runners.kubernetes]
    host = ""
    bearer_token_overwrite_allowed = false
    image = "alpine"
    [runners.kubernetes.pod_security_context]
    [runners.kubernetes.volumes]
`;

const ELIDED = `[[runners]]
  ...
  [runners.kubernetes]
    ...
    [runners.kubernetes.volumes]
    [[runners.kubernetes.volumes.host_path]]
      name = "docker"
`;

const DEEPER = `[[runners]]
  [runners.kubernetes]
      [[runners.kubernetes.volumes.host_path]]
          name = "docker"
`;

for (const [name, own] of Object.entries({
  '002-operator-rendered.toml': OPERATOR,
  '002-custom-config.toml': DEEPER,
  '004-case-9-docker-sock.toml': ELIDED,
})) {
  test(`typing: ${name}, with its own indentation, stays as it is`, async () => {
    const text = seedOr(name, own).trimEnd();
    const workbench = await open({ file: 'gitlab-runner/config.toml', files: { 'gitlab-runner/config.toml': '' } });
    await readyToType(workbench);
    await typeAsWritten(workbench, text);
    await workbench.savesAs(text);
    await workbench.close();
  });
}

const TEMPLATED = `runners:
  config: |
    [[runners]]
      [runners.kubernetes]
      image = "ubuntu:22.04"
      {{- if .Values.cache }}
      [runners.cache]
        [runners.cache.s3]
          ServerAddress = {{ include "server" . }}
          Insecure = false
      {{ end }}
`;

const UNEVEN = `data:
  config-template.toml: |-
    [[runners]]
      # Where jobs run
      [runners.kubernetes]
        privileged = true
      [runners.kubernetes.volumes]
          # Of the node
         [[runners.kubernetes.volumes.host_path]]
           name = "sock"
`;

for (const [name, own] of Object.entries({
  '000-helm-values-default.yaml': TEMPLATED,
  '001-configmap-template.yaml': UNEVEN,
})) {
  test(`typing: the block of ${name}, with its own indentation, stays as it is`, async () => {
    const text = seedOr(name, own).trimEnd();
    const [above = '', block = ''] = text.split(/(?<=: \|-?\n)/);
    const workbench = await open({ file: 'values.yaml', files: { 'values.yaml': above } });
    await workbench.see('.part.editor .view-lines').click();
    await workbench.settle();
    await workbench.press('Control+End');
    await typeAsWritten(workbench, block);
    await workbench.savesAs(text);
    await workbench.close();
  });
}

test('typing: Enter still takes a suggestion that is not written yet', async () => {
  const file = 'gitlab-runner/config.toml';
  const workbench = await open({ file, files: { [file]: '[[runners]]\n  [runners.docker]\n    ‸' } });
  await readyToType(workbench);
  await workbench.type('privileged = t');
  await workbench.seen('.suggest-widget.visible .monaco-list-row.focused', 'true');
  await workbench.press('Enter');
  assert.match(await workbench.shows((text) => text.includes('= true'), 'the value'), /privileged = true$/);
  await workbench.close();
});
