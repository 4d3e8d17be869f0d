import { office } from './0001-office.ts';
import { search } from './0002-search.ts';
import { editing } from './0003-editing.ts';
import { splits } from './0004-splits.ts';
import { portal } from './0005-portal.ts';
import { backIssues } from './0006-back-issues.ts';
import { proofing } from './0007-proofing.ts';
import { pageAdjust } from './0008-page-adjust.ts';
import { scoring } from './0009-scoring.ts';
import { apart } from './0010-apart.ts';
import { pictures } from './0011-pictures.ts';
import { searchOrder } from './0012-search-order.ts';
import { draftFiles } from './0013-draft-files.ts';
import { lists } from './0014-lists.ts';

/** Every step of the schema, in order. Only append: a released step is never edited. */
export const migrations = [
  office,
  search,
  editing,
  splits,
  portal,
  backIssues,
  proofing,
  pageAdjust,
  scoring,
  apart,
  pictures,
  searchOrder,
  draftFiles,
  lists,
];
