/** What is to be checked and how: plain data, which another thread can be told. */
import type { MessagePort } from 'node:worker_threads';
import type { Version } from '../../schema/version';

/** A path that leads to a text. */
export interface NamedFile {
  readonly name: string;
  readonly isStandardInput: boolean;
  /** It was not named itself, or by a tool that names all files: only a configuration is wanted of it. */
  readonly isInFolder: boolean;
}

/** How files are checked. */
export interface Task {
  readonly runnerVersion: Version | undefined;
  /** The fixes are wanted, too. */
  readonly withFixes: boolean;
}

/** What another thread is given. */
export interface Help {
  readonly language: string;
  readonly task: Task;
  readonly names: readonly NamedFile[];
  /** See threads.ts. */
  readonly counters: Int32Array;
  readonly port: MessagePort;
}

/** Starts a thread that calls `help`. */
export type StartThread = (help: Help) => void;
