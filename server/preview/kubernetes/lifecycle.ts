/** Hooks of containers: `[runners.kubernetes.container_lifecycle]` (ToKubernetesLifecycleHandler in common/config.go). */
import { Fields } from '../fields';
import type { JsonObject } from '../json';
import type { Settings } from '../settings';

/** What runs in a container after it has started and before it stops. */
export function lifecycle(kubernetes: Settings): JsonObject | undefined {
  const hooks = kubernetes.table('container_lifecycle');
  const made = new Fields()
    .set('postStart', handler(hooks.table('post_start')), hooks.origin('post_start'))
    .set('preStop', handler(hooks.table('pre_stop')), hooks.origin('pre_stop'));
  return made.isEmpty ? undefined : made.object;
}

/** A table without any handler in it is sent empty. */
function handler(hook: Settings): JsonObject | undefined {
  if (!hook.isThere) return undefined;
  return new Fields()
    .set('exec', execution(hook.table('exec')), hook.origin('exec'))
    .set('httpGet', request(hook.table('http_get')), hook.origin('http_get'))
    .set('tcpSocket', socket(hook.table('tcp_socket')), hook.origin('tcp_socket')).object;
}

function execution(table: Settings): JsonObject | undefined {
  if (!table.isThere) return undefined;
  return new Fields().some('command', ...table.sourced('texts', 'command')).object;
}

function request(table: Settings): JsonObject | undefined {
  if (!table.isThere) return undefined;
  const headers = table
    .tables('http_headers')
    .map(
      (header) =>
        new Fields().set('name', ...header.sourced('text', 'name')).set('value', ...header.sourced('text', 'value'))
          .object,
    );
  return new Fields()
    .some('path', ...table.sourced('text', 'path'))
    .set('port', table.number('port') ?? 0, table.origin('port'))
    .some('host', ...table.sourced('text', 'host'))
    .some('scheme', ...table.sourced('text', 'scheme'))
    .some('httpHeaders', headers, table.origin('http_headers')).object;
}

function socket(table: Settings): JsonObject | undefined {
  if (!table.isThere) return undefined;
  return new Fields()
    .set('port', table.number('port') ?? 0, table.origin('port'))
    .some('host', ...table.sourced('text', 'host')).object;
}
