/**
 * Patterns of images that allow less than they say: the whole name with its tag is compared (common/allowed_images.go), so `ruby` allows
 * no `ruby:3.3`, and a star no name with a slash.
 */
import { type Located, tableView } from '../../meaning/table-view';
import type { KeyVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import type { Report, Rule } from '../rule';
import { appending, changeTo } from './key-fixes';

export const allowedImagesPatternTooNarrow: Rule<'key'> = {
  code: 'allowed-images-pattern-too-narrow',
  scope: 'key',
  on: ['docker', 'kubernetes'].flatMap((table) => [
    `runners[].${table}.allowed_images`,
    `runners[].${table}.allowed_services`,
  ]),
  check(visit, report) {
    const list = tableView(visit.table).list(visit.member.name)?.value ?? [];
    const others = list.map(({ value }) => value);
    if (others.includes('**')) return;
    for (const item of list) {
      if (item.value === '*') star(visit, item, others, report);
      else untagged(visit, item, others, report);
    }
  },
};

/** Who lists names with slashes beside it means that the star allows none. */
function star({ key }: KeyVisit, { span }: Located<string>, others: readonly string[], report: Report): void {
  if (others.some((other) => other.includes('/'))) return;
  report({
    ...span,
    message: message('allowed-images-pattern-too-narrow.star'),
    link: key?.docs,
    fixes: () => [changeTo(span, '**', true)],
  });
}

/** A name that is listed with a tag as well, or that is the default image, is meant as it is. */
function untagged(visit: KeyVisit, { value, span }: Located<string>, others: readonly string[], report: Report): void {
  const image = tableView(visit.table).string('image')?.value;
  const name = value.slice(value.lastIndexOf('/') + 1);
  if (!/^[\w.-]+$/.test(name) || /[*?[{$\\!]/.test(value) || value === image) return;
  if (others.some((other) => other.startsWith(`${value}:`) || other === `${value}*`)) return;
  report({
    ...span,
    message: message('allowed-images-pattern-too-narrow', { image: value }),
    link: visit.key?.docs,
    fixes: () => appending(visit, visit.key?.name ?? '', `${value}:*`, true),
  });
}
