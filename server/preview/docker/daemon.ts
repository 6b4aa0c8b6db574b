/** The daemon that is asked, as far as it is known: what it runs on, and the requests that it got, in their order. */
import { isList, isObject, type Json, type JsonObject } from '../json';
import { noteOrigins, type Origin } from '../origin';
import { pulledName } from './images';

export interface DaemonFacts {
  readonly os: string;
  readonly architecture: string;
  readonly kernel: string;
  /** The version of its API, `1.47`. */
  readonly api: string;
  readonly localImages: readonly string[];
  readonly missingImages: readonly string[];
}

/** A daemon on Linux that has no images. */
const ordinary: DaemonFacts = {
  os: 'linux',
  architecture: 'x86_64',
  kernel: '',
  api: '1.47',
  localImages: [],
  missingImages: [],
};

/** The daemon of a payload: one that was recorded may say under `$judge` what was special about it. */
export function daemonOf(payload: Json): DaemonFacts {
  const special = isObject(payload) && isObject(payload.$judge) ? payload.$judge : {};
  const text = (name: string, otherwise: string) => {
    const value = special[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const texts = (name: string) => {
    const value = special[name];
    return isList(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  return {
    os: text('docker_os', ordinary.os),
    architecture: text('docker_arch', ordinary.architecture),
    kernel: text('docker_kernel', ordinary.kernel),
    api: text('docker_api', ordinary.api),
    localImages: texts('local_images'),
    missingImages: texts('pull_fails'),
  };
}

/** A container that was asked for. Its id counts: a daemon draws one. */
export interface Created {
  readonly id: string;
  readonly number: number;
}

export class Daemon {
  readonly requests: JsonObject[] = [];
  private containers = 0;
  private readonly present: Set<string>;

  constructor(readonly facts: DaemonFacts) {
    this.present = new Set(facts.localImages.map(pulledName));
  }

  has(image: string): boolean {
    return this.present.has(pulledName(image));
  }

  /** Whether the image came. */
  pull(image: string, more: JsonObject, origin: Origin): boolean {
    const name = pulledName(image);
    this.ask({ kind: 'pull', image: name, ...more }, origin);
    if (this.facts.missingImages.includes(name)) return false;
    this.present.add(name);
    return true;
  }

  volume(body: JsonObject, origin: Origin): void {
    this.ask({ kind: 'volume', body }, origin);
  }

  network(body: JsonObject): void {
    this.requests.push({ kind: 'network', body });
  }

  container(name: string, body: JsonObject, more: JsonObject = {}): Created {
    this.containers += 1;
    this.requests.push({ kind: 'container', name, body, ...more });
    return { id: String(this.containers).padStart(12, '0'), number: this.containers };
  }

  private ask(request: JsonObject, origin: Origin): void {
    noteOrigins(request, Object.fromEntries(Object.keys(request).map((field) => [field, origin])));
    this.requests.push(request);
  }
}
