/** An extension with code, so that it runs in the extension host that ours runs in, and ours sees it. */
export function activate(): void {}
