/** The configurations in a document, as the server finds them: what the commands and the status item ask for. */
import type { Position } from 'vscode-languageserver-types';
import { type FoundRegion, REGIONS_REQUEST, type RegionsParams, type RegionsResult } from '../protocol/regions';
import type { Translate } from './translate';

interface Requester {
  request<Result>(method: string, params: unknown): Promise<Result | null>;
}

/** The regions of a document; none when the server does not know it, or cannot answer. */
export async function requestRegions(server: Requester, uri: string): Promise<readonly FoundRegion[]> {
  try {
    const params: RegionsParams = { textDocument: { uri } };
    const answer = await server.request<RegionsResult>(REGIONS_REQUEST, params);
    return answer?.regions ?? [];
  } catch {
    // The server was stopped meanwhile.
    return [];
  }
}

/** The region that a position is in; its first line's indentation belongs to it. */
export function regionAt(regions: readonly FoundRegion[], position: Position): FoundRegion | undefined {
  return regions.find(({ range: { start, end } }) => {
    if (position.line < start.line || position.line > end.line) return false;
    return position.line < end.line || position.character <= end.character;
  });
}

/** How a list names a region: by its keys, and the line that it begins at as people count. */
export function regionLabel(t: Translate, { path, range }: FoundRegion): { label: string; description: string } {
  const label = path.length > 0 ? path.join(' › ') : t('Configuration');
  return { label, description: t('line {line}', { line: range.start.line + 1 }) };
}
