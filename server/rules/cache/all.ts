/** The rules about caches. */
import type { AnyRule } from '../rule';
import { cacheAzureAccount } from './cache-azure-account';
import { cacheBucketEmpty } from './cache-bucket-empty';
import { cacheGcsBothCredentials } from './cache-gcs-both-credentials';
import { cacheS3ExpressDualstack } from './cache-s3-express-dualstack';
import { cacheS3InsecureAws } from './cache-s3-insecure-aws';
import { cacheS3KmsKey } from './cache-s3-kms-key';
import { cacheS3Region } from './cache-s3-region';
import { cacheS3Required } from './cache-s3-required';
import { cacheS3Scheme } from './cache-s3-scheme';
import { cacheTypeTable } from './cache-type-table';

export const cacheRules: readonly AnyRule[] = [
  cacheTypeTable,
  cacheBucketEmpty,
  cacheAzureAccount,
  cacheGcsBothCredentials,
  cacheS3Required,
  cacheS3Scheme,
  cacheS3InsecureAws,
  cacheS3ExpressDualstack,
  cacheS3KmsKey,
  cacheS3Region,
];
