import { z } from 'zod';
import { personId } from './ids.ts';

/** 责任编辑, 审核, 签发, 文印分发: what a person at the workstation may do. One person may hold several. */
export const roleSchema = z.enum(['editor', 'reviewer', 'signer', 'dispatcher']);
export type Role = z.infer<typeof roleSchema>;

export const roleNames: Record<Role, string> = {
  editor: '责任编辑',
  reviewer: '审核',
  signer: '签发',
  dispatcher: '文印分发',
};

export const personSchema = z.object({
  id: personId,
  name: z.string().trim().min(1).max(40),
  roles: z.array(roleSchema).min(1),
  active: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;
