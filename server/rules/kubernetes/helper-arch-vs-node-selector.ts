/**
 * A helper image of another architecture than the nodes that pods are sent to: "exec format error" in each job. Only GitLab's own
 * helper images tell it by their tags (helpers/container/helperimage).
 */
import { replacements } from '../../meaning/change';
import { spanInString } from '../../meaning/string-span';
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';

const TAG = /gitlab-runner-helper:(?:[a-z][\w.]*-)??(x86_64|arm64|arm|s390x|ppc64le|riscv64)-/;
/** What the tags call the architectures of nodes. */
const TAGS: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'arm64',
  arm: 'arm',
  s390x: 's390x',
  ppc64le: 'ppc64le',
  riscv64: 'riscv64',
};

export const helperArchVsNodeSelector = kubernetesRule(
  'helper-arch-vs-node-selector',
  ({ visit, table, docs }, report) => {
    const image = table.string('helper_image');
    const nodes = table.table('node_selector')?.string('kubernetes.io/arch');
    const found = image && TAG.exec(image.value);
    const wanted = nodes && Object.hasOwn(TAGS, nodes.value) ? TAGS[nodes.value] : undefined;
    const { node } = image?.member ?? {};
    if (!found?.[1] || !nodes || !wanted || found[1] === wanted) return;
    if (node?.type !== 'value' || node.value.type !== 'string') return;
    const end = found.index + found[0].length - 1;
    const span = spanInString(visit.source.text, node.value, { start: end - found[1].length, end });
    report({
      ...span,
      message: message('helper-arch-vs-node-selector', { image: found[1], nodes: nodes.value }),
      link: docs('helper_image'),
      related: [{ ...nodes.span, message: message('helper-arch-vs-node-selector.nodes') }],
      fixes: () => [
        {
          title: message('fix.change-to', { text: wanted }),
          changes: replacements([{ ...span, newText: wanted }]),
          preferred: true,
        },
      ],
    });
  },
);
