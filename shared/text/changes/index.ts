export { type Blame, blameOf } from './blame.ts';
export {
  type Change,
  type Comparison,
  compare,
  makeChanges,
  type Part,
  streamsOf,
  takeBack,
  type Writing,
  wordsOfChange,
} from './compare.ts';
export { type Edit, editsOf, mapRange } from './edits.ts';
export { mergedRows, pairedRows, type Row, type RowPair, type Run } from './rows.ts';
export { BREAK, OBJECT, objectWords, type Slice, type Stream, streamOf, wordsOfSlice } from './stream.ts';
