/** The page's only way to the core: nothing else in renderer/ may use fetch. */
export { askAgain, askAgainInALull } from './askAgain.ts';
export type { Connection, DeskClient, UploadKind, UploadOptions, Uploads } from './client.ts';
export { ConnectionLost, DeskError, hasCode, sentenceOf } from './errors.ts';
export { DeskProvider, useCommand, useDesk, useEvents, useMethod } from './hooks.tsx';
export { hostBridge } from './host.ts';
export { httpClient } from './http.ts';
export { pictureAddress } from './pictures.ts';
export { newQueries } from './queries.ts';
export { type LongList, useRows } from './rows.ts';
