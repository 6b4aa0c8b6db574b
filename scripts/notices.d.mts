interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
}

export function bundledPackages(metafiles: readonly Metafile[]): string[];
export function noticesText(folders: readonly string[]): string;
