/** The process that takes the job: what neither the configuration nor the job says. */
import { type Version, versionText } from '../schema/version';
import { isObject, type Json } from './json';

export interface Manager {
  readonly version: string;
  readonly revision: string;
  readonly architecture: string;
  readonly os: string;
  /** The build of Windows that it runs on. */
  readonly windowsKernel: string;
  readonly systemId: string;
  /** The certificates that it saw when it asked GitLab; a job finds them in a file. */
  readonly caChain: string;
  readonly cluster: { readonly major: string; readonly minor: string };
}

/** The commit of a release, which jobs see as CI_RUNNER_REVISION; that of the rest is not known here. */
const REVISIONS: Readonly<Record<string, string>> = { '19.4': 'd79f3e7b' };

/** A manager on Linux with the runner of a version. */
export function managerFor(version: Version): Manager {
  const text = versionText(version);
  return {
    version: `${text}.0`,
    revision: REVISIONS[text] ?? 'xxxxxxxx',
    architecture: 'amd64',
    os: 'linux',
    windowsKernel: '',
    systemId: 's_0123456789ab',
    caChain: '',
    cluster: { major: '1', minor: '31' },
  };
}

/** The manager of a payload: one that was recorded may say under `$judge` what was special about its surroundings. */
export function managerOf(payload: Json, ordinary: Manager): Manager {
  const special = isObject(payload) ? payload.$judge : undefined;
  const told = (name: string, otherwise: string) => {
    const value = isObject(special) ? special[name] : undefined;
    return typeof value === 'string' ? value : otherwise;
  };
  return {
    version: told('runner_version', ordinary.version),
    revision: told('runner_revision', ordinary.revision),
    architecture: told('runner_arch', ordinary.architecture),
    os: told('runner_os', ordinary.os),
    windowsKernel: told('windows_kernel', ordinary.windowsKernel),
    systemId: told('system_id', ordinary.systemId),
    caChain: told('tls_ca_chain', ordinary.caChain),
    cluster: { major: told('kube_major', ordinary.cluster.major), minor: told('kube_minor', ordinary.cluster.minor) },
  };
}
