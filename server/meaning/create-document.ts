/** Makes documents of texts: of a whole file, and of a part of one. */
import type { Region } from '../containers/region';
import { traitsOfFile } from '../containers/traits';
import type { TextEdit } from '../text/edit';
import { Lines } from '../text/lines';
import { once } from '../text/once';
import type { ConfigDocument, Placement } from './document';
import { fileMask, regionMask } from './masking';
import { ParsedDocument, placementIn } from './parsed-document';

/** A whole file, parsed when it is asked for. Never throws. */
export function createDocument(uri: string, text: string): ConfigDocument {
  const lines = once(() => new Lines(text));
  const placement = placementIn(lines);
  const role = /(?:^|[\\/])config[.-]template\.toml$/i.test(uri) ? 'template' : undefined;
  return new ParsedDocument(uri, text, lines, {
    mask: fileMask(uri),
    placement,
    traits: traitsOfFile(role),
    region: undefined,
    isPiece: false,
  });
}

/** Parses a region of a file. `hostLines` are the lines of the whole file. Never throws. */
export function createRegionDocument(uri: string, hostLines: Lines, region: Region): ConfigDocument {
  const { map, text } = region;
  const inHost = (edits: readonly TextEdit[]) =>
    edits.map((edit) => ({ range: hostLines.range(edit), newText: edit.newText }));
  const placement: Placement = {
    position: (offset) => hostLines.position(map.toHost(offset)),
    offset(position) {
      const host = hostLines.offset(position);
      return map.toRegion(host) ?? (host < region.host.start ? 0 : text.length);
    },
    edits: (edits) => inHost(map.toHostEdits(edits)),
    asLiteralBlock: () => inHost(region.asLiteralBlock?.() ?? []),
  };
  return new ParsedDocument(
    uri,
    text,
    once(() => new Lines(text)),
    {
      mask: regionMask(region.traits),
      placement,
      traits: region.traits,
      region,
      isPiece: false,
    },
  );
}
