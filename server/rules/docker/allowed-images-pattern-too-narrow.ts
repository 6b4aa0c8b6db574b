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
    const all = new Set(list.map(({ value }) => value));
    if (all.has('**')) return;
    const image = tableView(visit.table).string('image')?.value;
    // A name that is listed with a tag as well, or that is the default image, is meant as it is.
    const meant = new Set([image, ...list.map(({ value }) => value.slice(0, value.lastIndexOf(':')))]);
    // Who lists names with slashes beside a star means that it allows none.
    const hasSlash = list.some(({ value }) => value.includes('/'));
    for (const item of list) {
      if (item.value === '*' && !hasSlash) star(visit, item, report);
      else if (!meant.has(item.value) && !all.has(`${item.value}*`)) untagged(visit, item, report);
    }
  },
};

function star({ key }: KeyVisit, { span }: Located<string>, report: Report): void {
  report({
    ...span,
    message: message('allowed-images-pattern-too-narrow.star'),
    link: key?.docs,
    fixes: () => [changeTo(span, '**', true)],
  });
}

function untagged(visit: KeyVisit, { value, span }: Located<string>, report: Report): void {
  const name = value.slice(value.lastIndexOf('/') + 1);
  if (!/^[\w.-]+$/.test(name) || /[*?[{$\\!]/.test(value)) return;
  report({
    ...span,
    message: message('allowed-images-pattern-too-narrow', { image: value }),
    link: visit.key?.docs,
    fixes: () => appending(visit, visit.key?.name ?? '', `${value}:*`, true),
  });
}
