/** What commands name and the configuration knows: values of the runner that a log is of, for the places that the log leaves open. */
import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import { type Located, type TableView, tableView } from '../../meaning/table-view';
import { overlapping } from '../../text/search';
import type { Captures, LogRunner } from '../types';
import type { Curable } from './cures';
import { likelyRunners } from './which-runner';

const SSH_PORT = '22';

type Value = Located<string> | undefined;

/** The values of each runner that the log may be of; the names are those of scripts/compile-job-log.mjs. */
export function knownValues(error: Curable, log: LogRunner, document: ConfigDocument, context: Context): Captures[] {
  const literal = (value: Value) =>
    value && isLiteral(document, value) && value.value !== '' ? value.value : undefined;
  return likelyRunners(document, context, log, error.executors).map((table) => {
    const runner = tableView(table);
    const values = {
      executor: literal(runner.string('executor')),
      address_of_GitLab: literal(runner.string('url')),
      namespace: literal(namespaceOf(runner.table('kubernetes'))),
      service_account: literal(accountOf(runner.table('kubernetes'))),
      pull_secret: literal(onlyPullSecret(runner.table('kubernetes'))),
      helper_image: literal(helperImage(runner, log)),
      ssh_host: literal(runner.table('ssh')?.string('host')),
      ssh_port: portOf(runner.table('ssh'), literal),
      identity_file: literal(runner.table('ssh')?.string('identity_file')),
    };
    return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  });
}

/** What all of them say; one that says nothing leaves it open. */
export function agreed(all: readonly Captures[]): Captures {
  const [first = {}, ...others] = all;
  const isSaidByAll = ([name, value]: readonly [string, string]) => others.every((each) => each[name] === value);
  return Object.fromEntries(Object.entries(first).filter(isSaidByAll));
}

/** That of its jobs, unless each of them may be in another one. */
function namespaceOf(kubernetes: TableView | undefined): Value {
  const mayDiffer =
    kubernetes?.flag('namespace_per_job')?.value || kubernetes?.string('namespace_overwrite_allowed')?.value;
  return mayDiffer ? undefined : kubernetes?.string('namespace');
}

/** Of the pods. */
function accountOf(kubernetes: TableView | undefined): Value {
  return kubernetes?.string('service_account_overwrite_allowed')?.value
    ? undefined
    : kubernetes?.string('service_account');
}

function onlyPullSecret(kubernetes: TableView | undefined): Value {
  const [only, ...others] = kubernetes?.list('image_pull_secrets')?.value ?? [];
  return others.length === 0 ? only : undefined;
}

function helperImage(runner: TableView, { executor }: LogRunner): Value {
  const table = (executor ?? runner.string('executor')?.value) === 'kubernetes' ? 'kubernetes' : 'docker';
  return runner.table(table)?.string('helper_image');
}

function portOf(ssh: TableView | undefined, literal: (value: Value) => string | undefined): string | undefined {
  const port = ssh?.string('port');
  return port?.value ? literal(port) : ssh && SSH_PORT;
}

/** What a template writes is not known. */
function isLiteral({ templatedValues }: ConfigDocument, { span }: Located<string>): boolean {
  return overlapping(templatedValues, span).length === 0;
}
