export type { UnitName } from './names.ts';
export { bareName, UnitIndex } from './names.ts';
export { initials, initialsOf, matchesName } from './pinyin.ts';
export type { UnitClues, UnitEvidence, UnitGuess, UnitRecognition } from './recognise.ts';
export { recogniseUnit, SURE } from './recognise.ts';
export { looksLikeUnit, openingUnitShape } from './shape.ts';
