import { z } from 'zod';
import { handInFieldsSchema } from '../../../../shared/contract/portal/index.ts';
import type { IntakeResult } from '../../../../shared/contract/views.ts';
import { draftId, type IntakeId } from '../../../../shared/domain/ids.ts';
import { fromBase64 } from '../../../../shared/packet/base64.ts';
import { unseal } from '../../../../shared/packet/seal.ts';
import type { Call } from '../../context.ts';
import { hashBytes } from '../../db/blobs.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { safeFileName } from '../../files/safeFileName.ts';
import type { Unit } from '../../portal/context.ts';
import { getDepartment, unitNamed } from '../departments/repo.ts';
import type { NamedBytes } from '../files.ts';
import { type HandIn, handInOfDraft, intakesOf } from '../handIns/repo.ts';
import { receive } from '../handIns/send.ts';
import { readFile } from '../submissions/intake.ts';
import { submissionRows, submissionsOfIntake } from '../submissions/repo.ts';
import { readKeys } from './keys.ts';

/** As its page writes it; read like anything that comes from outside. */
const contentSchema = z.object({
  key: draftId,
  unit: z.string().min(1).max(80),
  replyKey: z.string().max(100),
  fields: handInFieldsSchema.omit({ answers: true, commission: true }).extend({ urgent: z.boolean() }),
  files: z.array(z.object({ name: z.string().max(300), base64: z.base64() })).max(10),
});

/**
 * Files a packet that was carried by hand, as the unit it names. The same packet a second time, under whatever file name,
 * adds nothing and says when it came. Throws `packet-foreign`, `packet-damaged`, `packet-unknown-unit` and what reading
 * its files throws.
 */
export async function openPacket(call: Call, file: NamedBytes): Promise<IntakeResult> {
  const { desk } = call;
  const content = contentOf(
    desk.db.read((r) => readKeys(r)?.secretKey ?? null),
    file,
  );
  const unit = desk.db.read((r) => unitOf(r, content.unit, file.name));
  const earlier = desk.db.read((r) => handInOfDraft(r, unit.departmentId, content.key));
  if (earlier) return resultOf(call, file, earlier, earlier.at);
  const files = [];
  for (const { name, base64 } of content.files)
    files.push(await readFile(desk, { name: safeFileName(name), bytes: fromBase64(base64) }));
  const { urgent, ...fields } = content.fields;
  receive(
    { desk, unit },
    {
      draftId: content.key,
      fields: {
        ...fields,
        urgent: urgent ? { stage: 'first', chain: null } : null,
        answers: null,
        commission: null,
      },
      files,
      packet: { hash: hashBytes(file.bytes), replyKey: content.replyKey },
    },
  );
  const handIn = desk.db.read((r) => handInOfDraft(r, unit.departmentId, content.key));
  if (!handIn) throw new Error('a packet was received and is not there');
  return resultOf(call, file, handIn, null);
}

function contentOf(secretKey: Uint8Array | null, file: NamedBytes): z.infer<typeof contentSchema> {
  const bytes = secretKey && unseal('packet', file.bytes, secretKey);
  if (!bytes) throw new CoreError('packet-foreign', { file: file.name });
  try {
    return contentSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    throw new CoreError('packet-damaged', { file: file.name }, { cause: error });
  }
}

function unitOf(r: Readable, name: string, file: string): Unit {
  const id = unitNamed(r, name);
  const department = id && getDepartment(r, id);
  if (!department) throw new CoreError('packet-unknown-unit', { file, unit: name });
  return { departmentId: department.id, name: department.shortName, mustChangeCode: false };
}

function resultOf({ desk }: Call, file: NamedBytes, handIn: HandIn, receivedAt: HandIn['at'] | null): IntakeResult {
  return desk.db.read((r) => {
    const intakes = intakesOf(r, handIn.id);
    return {
      intakeId: intakes[0] ?? (handIn.id as string as IntakeId),
      fileName: file.name,
      submissions: submissionRows(
        r,
        intakes.flatMap((intake) => submissionsOfIntake(r, intake)),
      ),
      alreadyReceivedAt: receivedAt,
      warnings: [],
      unsure: 0,
    };
  });
}
