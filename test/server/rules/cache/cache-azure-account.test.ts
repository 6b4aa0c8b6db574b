/** A cache on Azure without its account. */
import { test } from 'node:test';
import { says } from '../says';
import { azure, quiet } from './cached';

test('a container without its account', () =>
  says([
    {
      text: azure('ContainerName = "cache"\n'),
      findings: ['7 warning cache-azure-account «runners.cache.azure»: cache-azure-account'],
      fixes: [],
    },
    {
      text: azure('AccountName = ""\nContainerName = "cache"\n'),
      findings: ['8 warning cache-azure-account «""»: cache-azure-account'],
      fixes: [],
    },
  ]));

test('without a container that is said, and with an account of another type that', () =>
  says([
    {
      text: azure('ContainerName = ""\n'),
      findings: ['8 warning cache-bucket-empty «""»: cache-bucket-empty key=ContainerName table=[runners.cache.azure]'],
      fixes: [],
    },
    {
      text: azure('AccountName = 1\nContainerName = "cache"\n'),
      findings: ['8 error wrong-type «1»: wrong-type found=integer key=AccountName outcome=refused wanted=string'],
      fixes: ['* Change to `"1"`!'],
    },
  ]));

quiet({
  'an account': azure('AccountName = "a"\nContainerName = "cache"\nStorageDomain = "blob.core.windows.net"\n'),
  'an account that is filled in': azure('AccountName = "$ACCOUNT"\nContainerName = "cache"\n'),
});
