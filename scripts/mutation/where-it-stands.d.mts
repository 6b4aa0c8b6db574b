export function asWhereItStands(source: string, path: string): string;
