/** What a text is after the first fix that it has. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counted } from '../../counted';
import { findingsOf, fixed } from '../findings';
import { titleOf } from '../said';

const RUNNER = '[[runners]]\n  executor = "docker"\n';
const DOCKER = `${RUNNER}  [runners.docker]\n`;
const KUBERNETES = '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n';
const MACHINE = '[[runners]]\n  executor = "docker+machine"\n';

/** The first fix of a text, after the code of its mistake; nothing where there is none. */
function firstFix(text: string): string | undefined {
  const first = findingsOf(text).find(({ fixes }) => (fixes?.() ?? []).length > 0);
  const [fix] = first?.fixes?.() ?? [];
  return first && fix && `${first.code}: ${titleOf(fix)}`;
}

type Row = readonly [text: string, fix: string | undefined, after: string];

const groups: Readonly<Record<string, readonly Row[]>> = {
  'a sign that is none of TOML': [
    [`${DOCKER}    image: alpine\n`, 'colon-for-equals: Change to `=`', `${DOCKER}    image = alpine\n`],
    [`${DOCKER}    privileged: {x\n`, 'colon-for-equals: Change to `=`', `${DOCKER}    privileged = {x\n`],
    [`${DOCKER}    image:alpine # c\n`, 'colon-for-equals: Change to `=`', `${DOCKER}    image = alpine # c\n`],
    [`${DOCKER}    cpus:2\n`, 'colon-for-equals: Insert `=` and quotes', `${DOCKER}    cpus = "2"\n`],
    [`${DOCKER}    privileged = true， \n`, 'text-after-value: Remove `，`', `${DOCKER}    privileged = true \n`],
    [`${DOCKER}    privileged = true, # c\n`, 'text-after-value: Remove `,`', `${DOCKER}    privileged = true # c\n`],
    [`${DOCKER}    image = "x";  \n`, 'text-after-value: Remove `;`', `${DOCKER}    image = "x"  \n`],
  ],
  'brackets of a header, whatever stands behind them': [
    [
      `${RUNNER}  [[runners.docker]]#]\n    image = "x"\n`,
      'array-for-single-table: Change to `[runners.docker]`',
      `${RUNNER}  [runners.docker]#]\n    image = "x"\n`,
    ],
    [
      `${RUNNER}  [[ runners . docker ]] # ]]\n    image = "x"\n`,
      'array-for-single-table: Change to `[runners.docker]`',
      `${RUNNER}  [ runners . docker ] # ]]\n    image = "x"\n`,
    ],
    [
      `${RUNNER}  [ runners . docker . services ] # ]\n    name = "x"\n`,
      'single-table-for-array: Change to `[[runners.docker.services]]`',
      `${RUNNER}  [[ runners . docker . services ]] # ]\n    name = "x"\n`,
    ],
    ['[[runners]\n  name = "a"\n', 'unclosed-header: Insert `]`', '[[runners]]\n  name = "a"\n'],
    ['[[runners\n  name = "a"\n', 'unclosed-header: Insert `]]`', '[[runners]]\n  name = "a"\n'],
    ['[runners]]\n  name = "a"\n', 'unclosed-header: Insert `[`', '[[runners]]\n  name = "a"\n'],
    ['[[runners ] # c\n  name = "a"\n', 'unclosed-header: Insert `]`', '[[runners ]] # c\n  name = "a"\n'],
  ],
  'a list that becomes tables, with its comments': [
    [
      `${KUBERNETES}    # ours\n    extra_hosts = ["a:1.2.3.4", "b:1.2.3.4", "c:5.6.7.8"]\n    namespace = "x"\n`,
      'unknown-key: Change to `[[runners.kubernetes.host_aliases]]` tables',
      `${KUBERNETES}    namespace = "x"\n    # ours\n    [[runners.kubernetes.host_aliases]]\n      ip = "1.2.3.4"\n      hostnames = ["a", "b"]\n    [[runners.kubernetes.host_aliases]]\n      ip = "5.6.7.8"\n      hostnames = ["c"]\n`,
    ],
    [
      `${DOCKER}    services = ["a", "b"] # two\n`,
      'wrong-type: Change to a list of inline tables',
      `${DOCKER}    services = [{ name = "a" }, { name = "b" }] # two\n`,
    ],
    [
      `${DOCKER}    # both\n    services = ["a"]\n    image = "x"\n`,
      'wrong-type: Change to `[[runners.docker.services]]` tables',
      `${DOCKER}    image = "x"\n    # both\n    [[runners.docker.services]]\n      name = "a"\n`,
    ],
  ],
  'keys that move to another table, if nothing is lost': [
    [
      `${DOCKER}    host = "b"\n  # of dind\n  [runners.dockr]\n    image = "a"\n`,
      undefined,
      `${DOCKER}    host = "b"\n  # of dind\n  [runners.dockr]\n    image = "a"\n`,
    ],
    [
      `${DOCKER}    host = "b"\n  [runners.dockr]\n    # of dind\n    image = "a" # c\n`,
      'unknown-table: Move its keys to `[runners.docker]`',
      `${DOCKER}    host = "b"\n    # of dind\n    image = "a" # c\n`,
    ],
    [
      `${DOCKER}    host = "b"\n  [runners.dockr]\n    image = "a"\n    # behind\n`,
      'unknown-table: Move its keys to `[runners.docker]`',
      `${DOCKER}    host = "b"\n    image = "a"\n    # behind\n`,
    ],
    [
      `${DOCKER}    host = "b"\n  [runners.dockr]\n    host = "a"\n`,
      undefined,
      `${DOCKER}    host = "b"\n  [runners.dockr]\n    host = "a"\n`,
    ],
    [
      '# about the file\n\n[[runners]]\n  concurrent = 4\n',
      'misplaced-key: Move to the top of the file',
      '# about the file\n\nconcurrent = 4\n\n[[runners]]\n',
    ],
    [
      '# about the file\n[[runners]]\n  concurrent = 4\n',
      'misplaced-key: Move to the top of the file',
      'concurrent = 4\n\n# about the file\n[[runners]]\n',
    ],
    [
      '[[runners]]\n  # jobs\n  concurrent = 4 # c\n',
      'misplaced-key: Move to the top of the file',
      '# jobs\nconcurrent = 4 # c\n\n[[runners]]\n',
    ],
  ],
  'keys of an older runner': [
    [
      `${MACHINE}  [runners.machine]\n    IdleCount = 1\n    # nights\n    OffPeakPeriods = ["* * * * * sat,sun *"] # weekend\n    # few\n    OffPeakIdleCount = 0\n`,
      'deprecated-key: Change to `[[runners.machine.autoscaling]]`',
      `${MACHINE}  [runners.machine]\n    IdleCount = 1\n    [[runners.machine.autoscaling]]\n      # nights\n      Periods = ["* * * * * sat,sun *"] # weekend\n      # few\n      IdleCount = 0\n`,
    ],
    [
      `${MACHINE}  machine = { IdleCount = 1, OffPeakPeriods = ["* * * * * sat,sun *"], OffPeakIdleCount = 0 } # c\n`,
      undefined,
      `${MACHINE}  machine = { IdleCount = 1, OffPeakPeriods = ["* * * * * sat,sun *"], OffPeakIdleCount = 0 } # c\n`,
    ],
  ],
  'tolerations beside those that are there': [
    [
      `${KUBERNETES}    tolerations = [{ key = "a", effect = "NoExecute" }]\n    node_tolerations."x=" = ""\n`,
      undefined,
      `${KUBERNETES}    tolerations = [{ key = "a", effect = "NoExecute" }]\n    node_tolerations."x=" = ""\n`,
    ],
    [
      `${KUBERNETES}    tolerations = [{ key = "a", effect = "NoExecute" }]\n    [runners.kubernetes.node_tolerations]\n      "x=" = ""\n`,
      'unknown-key: Change to `[runners.kubernetes.node_tolerations]`',
      `${KUBERNETES}    [runners.kubernetes.node_tolerations]\n      "x=" = ""\n      "a=" = "NoExecute"\n`,
    ],
    [
      `${KUBERNETES}    [runners.kubernetes.node_tolerations]\n      "x=" = ""\n    [[runners.kubernetes.tolerations]]\n      key = "a"\n      effect = "NoExecute"\n`,
      'unknown-table: Change to `[runners.kubernetes.node_tolerations]`',
      `${KUBERNETES}    [runners.kubernetes.node_tolerations]\n      "x=" = ""\n      "a=" = "NoExecute"\n`,
    ],
  ],
  'the name of a table, with the header that has to stand above': [
    [
      '[sesion_server]\n  listen_address = ":8093"\n',
      'unknown-table: Change to `[session_server]`',
      '[session_server]\n  listen_address = ":8093"\n',
    ],
    [
      'concurrent = 1\n[[runner]]\n  name = "a"\n',
      'unknown-table: Change to `[[runners]]`',
      'concurrent = 1\n[[runners]]\n  name = "a"\n',
    ],
    [
      '# c\n[dockr]\n  image = "a"\n',
      'unknown-table: Change to `[runners.docker]`',
      '[[runners]]\n# c\n[runners.docker]\n  image = "a"\n',
    ],
    [
      '[runners.dockr]\n  image = "a"\n[runners.dockr.tmpfs]\n  "/a" = "rw"\n',
      'missing-runners-header: Insert `[[runners]]`',
      '[[runners]]\n[runners.dockr]\n  image = "a"\n[runners.dockr.tmpfs]\n  "/a" = "rw"\n',
    ],
  ],
};

describe('after a fix', () => {
  for (const [name, rows] of Object.entries(groups))
    it(name, () => {
      for (const [text, fix, after] of counted(rows)) {
        assert.equal(firstFix(text), fix, text);
        assert.equal(fix ? fixed(text, fix.slice(fix.indexOf(': ') + 2)) : text, after, text);
      }
    });
});
