import { explainConstraint } from '../common/constraint.js';
import { conflict, type Problem } from '../common/problem.js';

/** Most that one user has begun and not ended: a screen that loses its ids would otherwise fill the table. */
export const MOST_DRAFTS = 200;

// One that is not shown any more, since its writer does not see whom it names.
explainConstraint('ice_contact_draft_once', { path: 'id', problem: 'is taken; choose another' });

export const tooManyDrafts = (): Problem =>
  conflict({ path: '', problem: `You have ${MOST_DRAFTS} drafts; record or delete some of them first` });
export const noSuchDraft = (): Problem =>
  conflict({ path: 'draftId', problem: 'is no draft of yours; it may have become a contact already' });
