/**
 * Services under one name. The runner gives it to the first, and skips it for the others; a service that has no name left is never started
 * (executors/docker/services.go, createFromServiceDefinition). The names are those of the image, then the aliases.
 */
import type { Located } from '../../meaning/table-view';
import { message } from '../../text/message';
import { type DockerVisit, dockerRule } from './docker-rule';
import { changeTo, setting } from './key-fixes';
import { aliasesOf, namesOfImage } from './service-names';
import { type ServiceEntry, servicesOf } from './services';

export const serviceAliasDuplicate = dockerRule('service-alias-duplicate', (visit, report) => {
  const services = servicesOf(visit.docker);
  if (services.length < 2) return;
  const taken = new Map<string, Located<string>>();
  const link = visit.schema.children.get('services')?.children.get('alias')?.docs;
  for (const service of services) {
    const { name, table } = service;
    const alias = table.string('alias');
    const own = new Set(aliasesOf(alias?.value ?? ''));
    const all = [...namesOfImage(name.value), ...own];
    const first = all.map((each) => taken.get(each)).find(Boolean);
    const twice = [...own].find((each) => taken.has(each));
    if (first && all.every((each) => taken.has(each))) {
      const related = [{ ...first.span, message: message('service-alias-duplicate.first') }];
      const fixes = () => newAlias(visit, service, taken);
      report({ ...(alias ?? name).span, message: message('service-alias-duplicate.never'), link, related, fixes });
    } else if (alias && twice) {
      const place = taken.get(twice);
      report({
        ...alias.span,
        message: message('service-alias-duplicate', { alias: twice }),
        link,
        related: place && [{ ...place.span, message: message('service-alias-duplicate.first') }],
        fixes: () => (own.size === 1 ? [changeTo(alias.span, free(twice, taken))] : []),
      });
    }
    for (const each of all) if (!taken.has(each)) taken.set(each, alias && own.has(each) ? alias : name);
  }
});

/** A name that no other service has. */
function free(name: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

function newAlias(visit: DockerVisit, { name, table }: ServiceEntry, taken: ReadonlyMap<string, unknown>) {
  const schema = visit.schema.children.get('services');
  const base = aliasesOf(table.string('alias')?.value ?? '')[0] ?? namesOfImage(name.value).at(-1);
  if (!schema || !base) return [];
  const path = [...visit.path, 'services'];
  return setting({ ...visit, table: table.node, schema, path }, 'alias', free(base, taken));
}
