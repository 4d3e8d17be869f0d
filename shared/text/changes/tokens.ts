import { HAN_CLASS } from '../chars.ts';
import { segments } from '../proof/words.ts';
import { OBJECT, type Stream } from './stream.ts';

/** A stretch of a stream cut into the units that changes are made of. */
export interface Tokens {
  /** Where each begins in the stream, and where the last one ends. */
  starts: number[];
  /** The same number for the same token. */
  ids: number[];
}

/** Numbers their tokens alike, so that two texts can be compared. */
export class Lexer {
  readonly #ids = new Map<string, number>();

  /**
   * Words; a number whole, with its decimals and its ％; each mark and each end of a paragraph by itself. Formats do not
   * tell tokens apart, except a table or picture from another.
   */
  cut({ text, formats }: Stream, from: number, to: number): Tokens {
    const starts: number[] = [];
    const ids: number[] = [];
    let at = from;
    const push = (token: string) => {
      const object = token === OBJECT ? formats[at] : null;
      starts.push(at);
      ids.push(
        this.#idOf(typeof object === 'object' && object !== null ? `${OBJECT}${JSON.stringify(object)}` : token),
      );
      at += token.length;
    };
    for (const [piece] of text.slice(from, to).matchAll(PIECE)) {
      if (HAN_RUN.test(piece)) for (const word of segments(piece)) push(word);
      else push(piece);
    }
    starts.push(at);
    return { starts, ids };
  }

  #idOf(token: string): number {
    const known = this.#ids.get(token);
    if (known !== undefined) return known;
    this.#ids.set(token, this.#ids.size);
    return this.#ids.size - 1;
  }
}

const HAN_RUN = new RegExp(`^[${HAN_CLASS}]`, 'u');
const PIECE = new RegExp(
  `[0-9０-９]+(?:[.,．，:：][0-9０-９]+)*[%％‰℃]?|[A-Za-zＡ-Ｚａ-ｚ]+|[${HAN_CLASS}]+|[^]`,
  'gu',
);
