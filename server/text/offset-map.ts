/** Builds an {@link OffsetMap} out of pieces of text that stand one after the other in the region, apart or escaped in the file. */
import type { TextEdit } from './edit';
import { countBefore } from './search';
import type { Span } from './span';

/** Offsets of the region's text and of the file, both ways. Both are UTF-16 offsets. */
export interface OffsetMap {
  /** The file's offset of an offset of the text (0 to its length). */
  toHost(offset: number): number;
  /** The text's offset of an offset of the file; undefined outside of the region. In the stripped indentation: the line's start. */
  toRegion(offset: number): number | undefined;
  /**
   * Replacements in the text, which do not overlap, as such in the file: one for each in the same order, and perhaps more behind
   * them. None where the file would have to say it in other words; see {@link Traits.editable}.
   */
  toHostEdits(edits: readonly TextEdit[]): TextEdit[];
}

/** What has to be written into the file so that the text is edited. */
export type WriteEdits = (edits: readonly TextEdit[], map: OffsetMap) => TextEdit[];

interface Piece {
  readonly region: number;
  readonly host: number;
  /** Units in the region, and in the file. */
  length: number;
  hostLength: number;
  /** The same characters in both; otherwise one indivisible thing: an escape, a line break that is CRLF or folded. */
  readonly copied: boolean;
}

/** Collects the decoded text of a scalar and remembers where each part of it stands. */
export class PieceList {
  readonly pieces: Piece[] = [];
  private readonly parts: string[] = [];
  length = 0;

  constructor(private readonly source: string) {}

  /** The next `length` characters of the file from `host` stand in the text as they are. */
  copy(host: number, length: number): void {
    if (length <= 0) return;
    const last = this.pieces.at(-1);
    if (last?.copied && last.host + last.hostLength === host) {
      last.length += length;
      last.hostLength += length;
    } else {
      this.pieces.push({ region: this.length, host, length, hostLength: length, copied: true });
    }
    this.parts.push(this.source.slice(host, host + length));
    this.length += length;
  }

  /** `hostLength` characters of the file (none for a break that only YAML adds) stand for `text`. */
  replace(host: number, hostLength: number, text: string): void {
    if (text === '') return;
    this.pieces.push({ region: this.length, host, length: text.length, hostLength, copied: false });
    this.parts.push(text);
    this.length += text.length;
  }

  text(): string {
    return this.parts.join('');
  }
}

export interface MapBounds {
  /** First offset of the file that belongs to the region. */
  readonly start: number;
  /** Where the end of the text stands. */
  readonly end: number;
  /** Last offset of the file that still belongs to the region: white space after the text. */
  readonly limit: number;
  /** What the end of the file stands for when YAML adds a line break there: the place before that break. */
  readonly endsWithoutBreak?: boolean;
}

/** The two directions over a list of pieces; the way to write into the region comes from the kind of scalar. */
export function createOffsetMap(list: PieceList, bounds: MapBounds, write: WriteEdits): OffsetMap {
  const { pieces, length } = list;
  const endOfText = bounds.endsWithoutBreak ? length - 1 : length;
  const map: OffsetMap = {
    toHost(offset) {
      if (offset >= length) return bounds.end;
      const piece = lastPiece(pieces, (each) => each.region <= offset);
      if (!piece) return bounds.start;
      return piece.copied ? piece.host + (offset - piece.region) : piece.host;
    },
    toRegion(offset) {
      if (offset < bounds.start || offset > bounds.limit) return undefined;
      if (offset >= bounds.end) return endOfText;
      const piece = lastPiece(pieces, (each) => each.host <= offset);
      if (!piece) return 0;
      const within = offset - piece.host;
      if (within >= piece.hostLength) return Math.min(piece.region + piece.length, length);
      return piece.copied ? piece.region + within : piece.region;
    },
    toHostEdits: (edits) => write(edits, map),
  };
  return map;
}

/** The map of a region of a region: TOML in YAML in YAML; `host` is its span in the file. */
export function composeOffsetMaps(outer: OffsetMap, inner: OffsetMap, host: Span): OffsetMap {
  return {
    toHost: (offset) => outer.toHost(inner.toHost(offset)),
    toRegion(offset) {
      // Outside, the indentation of a line would count as the line's start.
      const between = offset < host.start || offset > host.end ? undefined : outer.toRegion(offset);
      return between === undefined ? undefined : inner.toRegion(between);
    },
    toHostEdits: (edits) => outer.toHostEdits(inner.toHostEdits(edits)),
  };
}

function lastPiece(pieces: readonly Piece[], holds: (piece: Piece) => boolean): Piece | undefined {
  const count = countBefore(pieces.length, (index) => {
    const piece = pieces[index];
    return piece !== undefined && holds(piece);
  });
  return pieces[count - 1];
}
