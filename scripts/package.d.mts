export function makePackage(out?: string, options?: string[]): Promise<{ file: string; said: string }>;
export function withoutRelativeLinks(markdown: string): string;
