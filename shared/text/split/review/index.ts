export { applyChange, type Change } from './change.ts';
export { splitSchema } from './schema.ts';
export { assertWhole, documentOf, faultOf, pieceAt, type Split, sameString } from './whole.ts';
