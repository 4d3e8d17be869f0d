/** The page's only way to the core: nothing else in renderer/ may use fetch. */
export type { Connection, DeskClient, UploadKind, UploadOptions, Uploads } from './client.ts';
export { ConnectionLost, DeskError, hasCode, sentenceOf } from './errors.ts';
export { askAgain, DeskProvider, useCommand, useDesk, useEvents, useMethod, useRows } from './hooks.tsx';
export { hostBridge } from './host.ts';
export { httpClient } from './http.ts';
export { pictureAddress } from './pictures.ts';
export { newQueries } from './queries.ts';
