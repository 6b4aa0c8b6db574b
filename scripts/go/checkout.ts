/** A checkout of a Go module: its packages, read when they are asked for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoDeclarations, readDeclarations } from './declarations';
import type { GoToken } from './tokens';
import type { GoType } from './types';

export interface GoFile extends GoDeclarations {
  /** The path in the checkout, with `/`. */
  readonly path: string;
  readonly package: string;
}

/** A declaration with the file that holds it, whose imports its names mean. */
export interface Declared<T> {
  readonly file: GoFile;
  readonly value: T;
}

export interface Checkout {
  /** The files of the package in a folder of the checkout, tests left out; empty when there is none. */
  files(folder: string): readonly GoFile[];
  /** The folder of a package of this module; undefined for a package of somebody else. */
  folderOf(importPath: string): string | undefined;
  type(folder: string, name: string): Declared<GoType> | undefined;
  value(folder: string, name: string): Declared<readonly GoToken[]> | undefined;
  hasMethod(folder: string, type: string, method: string): boolean;
}

/** Opens the module whose `go.mod` stands in `root`. */
export function openCheckout(root: string): Checkout {
  const module = /^module\s+(\S+)/m.exec(readFileSync(join(root, 'go.mod'), 'utf8'))?.[1];
  if (!module) throw new Error(`${join(root, 'go.mod')} names no module`);
  const packages = new Map<string, readonly GoFile[]>();

  function files(folder: string): readonly GoFile[] {
    let known = packages.get(folder);
    if (!known) {
      known = readPackage(root, folder);
      packages.set(folder, known);
    }
    return known;
  }

  function find<T>(folder: string, pick: (file: GoFile) => T | undefined): Declared<T> | undefined {
    for (const file of files(folder)) {
      const value = pick(file);
      if (value !== undefined) return { file, value };
    }
    return undefined;
  }

  return {
    files,
    folderOf: (path) => (path.startsWith(`${module}/`) ? path.slice(module.length + 1) : undefined),
    type: (folder, name) => find(folder, (file) => file.types.get(name)),
    value: (folder, name) => find(folder, (file) => file.values.get(name)),
    hasMethod: (folder, type, method) => files(folder).some((file) => file.methods.has(`${type}.${method}`)),
  };
}

function readPackage(root: string, folder: string): GoFile[] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
    .sort()
    .map((name) => {
      const path = `${folder}/${name}`;
      try {
        return { path, package: folder, ...readDeclarations(readFileSync(join(directory, name), 'utf8')) };
      } catch (error) {
        throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
      }
    });
}
