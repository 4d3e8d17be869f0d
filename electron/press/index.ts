export type { CheckResult, Finding } from './check/index.ts';
export type { GlyphReport, PressPreview, StrayGlyphs } from './engine/protocol.ts';
export { PressError, type PressErrorCode } from './errors.ts';
export { formDocx } from './export/formDocx.ts';
export type { ChildPort, ForkChild } from './fork.ts';
export { nodeFork } from './nodeFork.ts';
export { createPress, type Press, type PressedPdf, type PressOptions, type PreviewOptions } from './press.ts';
