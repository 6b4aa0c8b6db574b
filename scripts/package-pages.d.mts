export function readmeWithoutAddress(markdown: string): string;
export function guide(markdown: string): string;
