/**
 * What the press may refuse, as a sentence for the editor. Anything else it throws is a fault of the program.
 * empty: the bulletin has nothing to print · emptyEntry: an entry has no text · missingGlyph: no installed font has a
 * character · missingFont: no Chinese font at all · missingPicture: a picture's bytes are not there · tooLarge: more pages
 * than the press sets · engine: the engine failed or ended · closed: the press was shut · superseded: a newer preview came
 */
export type PressErrorCode =
  | 'empty'
  | 'emptyEntry'
  | 'missingGlyph'
  | 'missingFont'
  | 'missingPicture'
  | 'tooLarge'
  | 'engine'
  | 'closed'
  | 'superseded';

export class PressError extends Error {
  readonly code: PressErrorCode;

  constructor(code: PressErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'PressError';
    this.code = code;
  }
}
