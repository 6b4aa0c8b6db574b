/**
 * A variable of the job where the runner puts none in: paths of nodes and of NFS servers, names of volumes but those of claims
 * (executors/kubernetes/kubernetes.go, getVolumesForConfig), and what else Kubernetes knows by its name. Only `CI_` variables are of
 * jobs for sure.
 */
import { spanInString } from '../../meaning/string-span';
import type { Located, TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Node } from '../../toml/model';
import type { StringValue, Value } from '../../toml/syntax';
import { type Kubernetes, kubernetesRule } from './kubernetes-rule';
import { patchWith } from './patches';
import { volumesOf } from './volumes';

const OF_JOB = /\$\{?CI_[A-Z0-9_]+/;
/** A field of the pod that holds a name, with a variable in it. */
const IN_PATCH =
  /^(?:nodeName|serviceAccountName|hostname|subdomain|priorityClassName|runtimeClassName):[ \t]+["']?([^\s"'#]*\$\{?CI_[A-Z0-9_]+\}?[^\s"'#]*)/m;

/** Tables all texts of which are names: of nodes and their labels, of hosts. */
const NAMES = ['node_selector', 'affinity', 'host_aliases'];

export const k8sUnexpandedVariable = kubernetesRule('k8s-unexpanded-variable', (kubernetes, report) => {
  const { visit, table, runner, docs } = kubernetes;
  if (visit.source.isTemplate) return;
  for (const { kind, name, table: volume } of volumesOf(table)) {
    const path = kind === 'host_path' ? volume.string('host_path') : kind === 'nfs' ? volume.string('path') : undefined;
    if (path && OF_JOB.test(path.value)) {
      report({
        ...path.span,
        message: message('k8s-unexpanded-variable.path'),
        link: docs(`volumes.${kind}[].${path.member.name}`),
      });
    }
    if (name && kind !== 'pvc' && OF_JOB.test(name.value)) {
      report({
        ...name.span,
        severity: 'error',
        message: message('k8s-unexpanded-variable.name'),
        link: docs(`volumes.${kind}[].name`),
      });
    }
  }
  const said = message('k8s-unexpanded-variable');
  for (const { key, start, end, value } of namesOf(kubernetes)) {
    if (OF_JOB.test(value)) report({ start, end, severity: 'error', message: said, link: docs(key) });
  }
  const patch = patchWith(table, runner, IN_PATCH);
  const place = patch && placeInPatch(patch);
  if (place) {
    const { start, end } = spanInString(visit.source.text, place.value, place);
    report({ start, end, severity: 'error', message: said, link: docs('pod_spec[].patch') });
  }
});

interface Name extends Pick<StringValue, 'start' | 'end' | 'value'> {
  readonly key: string;
}

/** The names that the runner hands on as they are. */
function namesOf({ table }: Kubernetes): Name[] {
  // Each job then has a namespace of its own, whatever is written.
  const single = table.flag('namespace_per_job')?.value ? ['service_account'] : ['namespace', 'service_account'];
  return [
    ...single.flatMap((key) => textOf(table, key).map(({ value, span }) => ({ key, value, ...span }))),
    ...NAMES.flatMap((key) => {
      const node = table.table(key)?.node;
      const nodes: readonly Node[] = node ? [node] : table.tables(key).map((each) => each.node);
      return nodes.flatMap(textsIn).map(({ start, end, value }) => ({ key, start, end, value }));
    }),
  ];
}

function textOf(table: TableView, key: string): Located<string>[] {
  const found = table.string(key);
  return found ? [found] : [];
}

/** All strings below a node. */
function textsIn(node: Node): StringValue[] {
  if (node.type === 'table') return [...node.members.values()].flatMap((member) => textsIn(member.node));
  if (node.type === 'array-of-tables') return node.elements.flatMap(textsIn);
  return node.tables.length > 0 ? node.tables.flatMap(textsIn) : stringsIn(node.value);
}

function stringsIn(value: Value): StringValue[] {
  if (value.type === 'string') return [value];
  return value.type === 'array' ? value.items.flatMap(stringsIn) : [];
}

function placeInPatch({ value, member }: Located<string>) {
  const found = IN_PATCH.exec(value);
  const name = found?.[1];
  const written = member.node.type === 'value' ? member.node.value : undefined;
  if (!found || name === undefined || written?.type !== 'string') return undefined;
  const start = found.index + found[0].length - name.length;
  return { value: written, start, end: start + name.length };
}
