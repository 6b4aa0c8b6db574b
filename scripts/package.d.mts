export function makePackage(out?: string, options?: string[]): Promise<{ file: string; said: string }>;
