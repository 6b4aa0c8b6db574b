/** A cache on Azure without the account: there is no cache (cache/azure/credentials_resolver.go, "missing Azure storage account name"). */
import { isWrittenFor } from '../../meaning/written-for';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { CACHE, storageOfType } from './cache-view';

export const cacheAzureAccount: Rule<'table'> = {
  code: 'cache-azure-account',
  scope: 'table',
  on: [CACHE],
  check(visit, report) {
    const azure = storageOfType(visit, 'azure');
    const key = visit.context.schema.byPath(`${CACHE}.azure.AccountName`);
    // Without its container, too, nobody has begun to fill it in, and that is said.
    if (!azure?.table.string('ContainerName')?.value || !key) return;
    const there = azure.table.string(key.name);
    if (there ? there.value !== '' : azure.table.has(key.name) || isWrittenFor(visit, key)) return;
    report({
      ...(there?.span ?? azure.place),
      message: message('cache-azure-account'),
      link: key.docs,
    });
  },
};
