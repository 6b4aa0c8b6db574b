/** Links between containers, which Docker keeps for old set-ups alone (docs.docker.com, legacy container links). */
import { message } from '../../text/message';
import { dockerAdvice, docsOf } from './docker-rule';
import { removal } from './key-fixes';

export const dockerLinksLegacy = dockerAdvice('docker-links-legacy', (visit, report) => {
  const links = visit.docker.list('links');
  if (!links || links.value.length === 0) return;
  report({
    ...links.span,
    message: message('docker-links-legacy'),
    link: docsOf(visit, 'links'),
    fixes: () => removal(visit, links),
  });
});
