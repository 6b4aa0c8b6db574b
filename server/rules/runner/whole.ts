/** Whether a runner is all there: only then it is certain that what it lacks is missing. */
import type { TableVisit } from '../../meaning/visit';
import { isReservedHost } from '../../text/reserved-hosts';
import { hostOf } from '../network/addresses';

/** Shorter texts are no tokens of GitLab's. */
const SHORTEST_TOKEN = 12;

/**
 * A runner with its token. One without is a template or a fragment; what a template of the chart lacks, `register` adds. One that
 * no GitLab can know, by its address and its token, is an example or the input of a test, which has what it is about alone.
 */
export function isWhole({ around, source }: Pick<TableVisit, 'around' | 'source'>): boolean {
  const { role } = source.traits;
  const token = around?.string('token')?.value;
  if (role === 'template' || role === 'globals' || !token) return false;
  return token.length >= SHORTEST_TOKEN || !isReservedHost(hostOf(around?.string('url')?.value ?? '') ?? '');
}
