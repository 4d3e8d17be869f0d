export { contextOf, decisionKey, FIGURES } from './decisions.ts';
export { proof } from './proof.ts';
export { createProofer, type Proofer } from './proofer.ts';
export { numberedQuestions, questionsOf } from './questions.ts';
export { runningTotals } from './rules/across.ts';
export type {
  EarlierFigure,
  EarlierItem,
  FigureCheck,
  Finding,
  FlaggedWord,
  LeaderEntry,
  Proofing,
  ProofKnowledge,
  Severity,
  TermEntry,
  UnitEntry,
  UnitName,
} from './types.ts';
export { widenMarks } from './widen.ts';
