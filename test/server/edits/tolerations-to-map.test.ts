/** Tolerations as Kubernetes writes them, where the runner wants one map. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counted } from '../../counted';
import { briefReportOf, fixed, fixTitles } from '../findings';

const MAP = 'Change to `[runners.kubernetes.node_tolerations]`';

const kubernetes = (lines: string) => `[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n${lines}`;

function becomes(written: string, wanted: string): void {
  const text = kubernetes(written);
  assert.deepEqual(fixTitles(text).slice(0, 1), [MAP]);
  assert.equal(fixed(text, MAP), kubernetes(wanted));
  assert.deepEqual(briefReportOf(kubernetes(wanted)), []);
}

const taint = (header: string) => `    ${header}
      key = "dedicated"
      operator = "Equal"
      value = "ci"
      effect = "NoSchedule"
`;
const wanted = '    [runners.kubernetes.node_tolerations]\n      "dedicated=ci" = "NoSchedule"\n';

describe('tolerations of Kubernetes', () => {
  it('become a line of the map, whatever their table is called and how many brackets it has', () => {
    const headers = [
      '[[runners.kubernetes.toleration]]',
      '[[runners.kubernetes.tolerations]]',
      '[[runners.kubernetes.node_tolerations]]',
      '[runners.kubernetes.tolerations]',
    ];
    for (const header of counted(headers, 4)) becomes(taint(header), wanted);
  });

  it('become lines in braces, too, behind the other keys of their table', () => {
    for (const name of counted(['tolerations', 'node_tolerations'], 2)) {
      becomes(
        `    ${name} = [{ key = "a.io/b", operator = "Exists" }, { key = "c", effect = "NoExecute" }]\n    namespace = "ci"\n`,
        '    namespace = "ci"\n    [runners.kubernetes.node_tolerations]\n      "a.io/b" = ""\n      "c=" = "NoExecute"\n',
      );
    }
  });

  it('are one map, with the comments of each', () =>
    becomes(
      `    # the pool
    [[runners.kubernetes.tolerations]] # ours
      key = "pool" # its taint
      operator = "Exists"

    # another
    [[runners.kubernetes.tolerations]]
      operator = "Exists"
      effect = "NoExecute"
    [runners.kubernetes.pod_labels]
      a = "b"
`,
      `    # the pool
    [runners.kubernetes.node_tolerations]
      # ours
      # its taint
      pool = ""

    # another
      "" = "NoExecute"
    [runners.kubernetes.pod_labels]
      a = "b"
`,
    ));

  it('go to the map that is there', () =>
    becomes(
      `    [runners.kubernetes.node_tolerations]\n      a = "NoSchedule"\n    [runners.kubernetes.pod_labels]\n      a = "b"\n${taint('[[runners.kubernetes.tolerations]]')}`,
      '    [runners.kubernetes.node_tolerations]\n      a = "NoSchedule"\n      "dedicated=ci" = "NoSchedule"\n    [runners.kubernetes.pod_labels]\n      a = "b"\n',
    ));

  it('stay where the map cannot say the same', () => {
    const more = taint('[[runners.kubernetes.tolerations]]');
    const texts = [
      `${more}      tolerationSeconds = 300\n`,
      more.replace('Equal', 'Gt'),
      more.replace('Equal', 'Exists'),
      more.replace('"ci"', '"a=b"'),
      more.replace('"ci"', '1'),
      `${more}${more.replace('NoSchedule', 'NoExecute')}`,
      `    [runners.kubernetes.node_tolerations]\n      "dedicated=ci" = "NoExecute"\n${more}`,
      `    [runners.kubernetes.node_tolerations]\n      a = ""\n    # why\n${more}`,
      `${more}    [runners.kubernetes.pod_labels]\n      a = "b"\n${more.replace('ci', 'cd')}`,
    ];
    for (const text of counted(texts, 9)) assert.deepEqual(fixTitles(kubernetes(text)), [], text);
  });

  it('are told from a map with another name', () => {
    const text = kubernetes('    [runners.kubernetes.tolerations]\n      "dedicated=ci" = "NoSchedule"\n');
    assert.equal(fixed(text, MAP), kubernetes(wanted));
  });
});
