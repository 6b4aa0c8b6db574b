/** The rules about what the runner reaches, and where it is reached. */
import type { AnyRule } from '../rule';
import { cloneUrlHttp } from './clone-url-http';
import { gitSslNoVerify } from './git-ssl-no-verify';
import { legacyCiUrl } from './legacy-ci-url';
import { samePort } from './same-port';
import { sentryDsn } from './sentry-dsn';
import { sessionAddressParse } from './session-address-parse';
import { sessionAdvertise } from './session-advertise';
import { sessionServerNoHost } from './session-server-no-host';
import { snowplowNoUri } from './snowplow-no-uri';
import { tlsPair } from './tls-pair';
import { tokenEmpty } from './token-empty';
import { urlHttp } from './url-http';
import { urlLocalhost } from './url-localhost';

export const networkRules: readonly AnyRule[] = [
  cloneUrlHttp,
  gitSslNoVerify,
  legacyCiUrl,
  samePort,
  sentryDsn,
  sessionAddressParse,
  sessionAdvertise,
  sessionServerNoHost,
  snowplowNoUri,
  tlsPair,
  tokenEmpty,
  urlHttp,
  urlLocalhost,
];
