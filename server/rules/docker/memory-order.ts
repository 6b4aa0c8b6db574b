/**
 * Memory limits that Docker takes only together and in order: `memory_swap` is memory and swap, so it is not below `memory`, and not
 * there without it; what is reserved is not above what is allowed. The daemon refuses the container (verifyPlatformContainerResources
 * of its Linux daemon), and so each job fails; for services, each with one.
 */
import type { Fix } from '../../meaning/finding';
import type { Located, TableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { grammarNamed } from '../../values/all';
import type { Report } from '../rule';
import { type DockerVisit, dockerRule, docsOf } from './docker-rule';
import { changeTo, removal } from './key-fixes';

export const memoryOrder = dockerRule('memory-order', (visit, report) => {
  if (visit.executor === 'docker-windows') return;
  check(visit, '', report);
  check(visit, 'service_', report);
});

function check(visit: DockerVisit, prefix: string, report: Report): void {
  const memory = bytesOf(visit.docker, `${prefix}memory`);
  const swap = bytesOf(visit.docker, `${prefix}memory_swap`);
  const reserved = bytesOf(visit.docker, `${prefix}memory_reservation`);
  const link = docsOf(visit, `${prefix}memory`);
  const key = `${prefix}memory`;
  if (swap && memory && swap.bytes < memory.bytes) {
    const fixes = () => withSwap(visit, memory, swap);
    report({ ...swap.span, message: message('memory-order.swap', { key }), link, fixes });
  } else if (swap && !visit.docker.has(key)) {
    report({ ...swap.span, message: message('memory-order.alone', { key }), link, fixes: () => removal(visit, swap) });
  }
  if (reserved && memory && reserved.bytes > memory.bytes) {
    const fixes = () => [changeTo(reserved.span, memory.value)];
    report({ ...reserved.span, message: message('memory-order.reserved', { key }), link, fixes });
  }
}

interface Amount extends Located<string> {
  readonly bytes: number;
}

/** A memory text that sets something. */
function bytesOf(docker: TableView, name: string): Amount | undefined {
  const text = docker.string(name);
  const bytes = text && grammarNamed('docker-memory').read(text.value).value;
  return typeof bytes === 'number' && bytes > 0 ? ({ ...text, bytes } as Amount) : undefined;
}

/** Who writes less than the memory means the swap alone. */
function withSwap(visit: DockerVisit, memory: Amount, swap: Amount): Fix[] {
  return [changeTo(swap.span, textOf(memory.bytes + swap.bytes), true), ...removal(visit, swap)];
}

/** Bytes in the largest unit that they are a whole number of. */
function textOf(bytes: number): string {
  const unit = ['g', 'm', 'k'].find((_, index) => bytes % 1024 ** (3 - index) === 0);
  return unit ? `${bytes / 1024 ** (3 - ['g', 'm', 'k'].indexOf(unit))}${unit}` : `${bytes}b`;
}
