import { z } from 'zod';

/** Ids are opaque strings with 128 random bits, branded by what they name so that they cannot be mixed up. */
const brandedId = <Brand extends string>() => z.string().min(1).max(64).brand<Brand>();

export const personId = brandedId<'Person'>();
export type PersonId = z.infer<typeof personId>;

export const departmentId = brandedId<'Department'>();
export type DepartmentId = z.infer<typeof departmentId>;

export const recipientId = brandedId<'Recipient'>();
export type RecipientId = z.infer<typeof recipientId>;

export const groupId = brandedId<'RecipientGroup'>();
export type GroupId = z.infer<typeof groupId>;

export const publicationId = brandedId<'Publication'>();
export type PublicationId = z.infer<typeof publicationId>;

export const submissionId = brandedId<'Submission'>();
export type SubmissionId = z.infer<typeof submissionId>;

/** One act of taking in: a dropped file, a paste, a typed item. */
export const intakeId = brandedId<'Intake'>();
export type IntakeId = z.infer<typeof intakeId>;

export const itemId = brandedId<'Item'>();
export type ItemId = z.infer<typeof itemId>;

export const commentId = brandedId<'Comment'>();
export type CommentId = z.infer<typeof commentId>;

export const issueId = brandedId<'Issue'>();
export type IssueId = z.infer<typeof issueId>;

/** One sending of a department through its page or packet (报送). */
export const handInId = brandedId<'HandIn'>();
export type HandInId = z.infer<typeof handInId>;

export const draftId = brandedId<'Draft'>();
export type DraftId = z.infer<typeof draftId>;

/** 约稿 */
export const commissionId = brandedId<'Commission'>();
export type CommissionId = z.infer<typeof commissionId>;

/** 报送要点 of a month. */
export const topicId = brandedId<'TopicGuide'>();
export type TopicId = z.infer<typeof topicId>;

/** A file of back issues that came in. */
export const backFileId = brandedId<'BackFile'>();
export type BackFileId = z.infer<typeof backFileId>;
export const leaderId = brandedId<'Leader'>();
export type LeaderId = z.infer<typeof leaderId>;

export const wordingId = brandedId<'Wording'>();
export type WordingId = z.infer<typeof wordingId>;

/** A rule book of points, in force from a day on. */
export const scoringRulesId = brandedId<'ScoringRules'>();
export type ScoringRulesId = z.infer<typeof scoringRulesId>;

/** 上级采用 or 领导批示 of an item. */
export const recognitionId = brandedId<'Recognition'>();
export type RecognitionId = z.infer<typeof recognitionId>;

/** A bonus or deduction given by hand. */
export const adjustmentId = brandedId<'Adjustment'>();
export type AdjustmentId = z.infer<typeof adjustmentId>;

export const circularId = brandedId<'Circular'>();
export type CircularId = z.infer<typeof circularId>;
