/** The examples of all files of a folder by schema path. Throws at a second example of a key. */
export function mergeExamples(folder: string): Record<string, string[]>;
