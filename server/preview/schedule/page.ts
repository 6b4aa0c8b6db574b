/** A page for a webview: it runs nothing, loads nothing, and has the colours of the theme. */

/** Numbers and borders say what the colours say; a theme of high contrast has its own border. */
const STYLE = `
body { color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); padding: 1em; }
svg { width: 100%; max-width: 60em; }
text { fill: var(--vscode-editor-foreground); font-size: 11px; text-anchor: middle; }
text.day { text-anchor: end; }
rect { fill: var(--vscode-charts-blue); stroke: var(--vscode-contrastBorder, transparent); }
.level0 { fill-opacity: 0.05; } .level1 { fill-opacity: 0.2; } .level2 { fill-opacity: 0.35; }
.level3 { fill-opacity: 0.5; } .level4 { fill-opacity: 0.65; }
.now { fill: none; stroke: var(--vscode-focusBorder); stroke-width: 3; }
table { border-collapse: collapse; margin-top: 1em; }
th, td { border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); padding: 0.2em 0.8em; text-align: left; }
`;

const POLICY = `default-src 'none'; style-src 'unsafe-inline';`;

/** A page with a heading; the body is HTML. */
export function page(heading: string, body: string): string {
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${STYLE}</style>`;
  return `<!DOCTYPE html><html><head>${head}</head><body><h1>${escaped(heading)}</h1>${body}</body></html>`;
}

/** A text in HTML. */
export function escaped(said: string): string {
  return said.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
