import { handInStateNames, receiptNumber } from '../../../../shared/domain/handIn.ts';
import type { HandInId } from '../../../../shared/domain/ids.ts';
import { fromBase64, toBase64 } from '../../../../shared/packet/base64.ts';
import type { PacketOffice, ReceiptContent } from '../../../../shared/packet/content.ts';
import { seal } from '../../../../shared/packet/seal.ts';
import { type Call, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import type { Download } from '../files.ts';
import { handInById } from '../handIns/repo.ts';
import { handInDetail } from '../handIns/views.ts';
import { readOffice } from '../office/office.ts';
import { listPublications } from '../publications/repo.ts';
import { ensureKeys } from './keys.ts';

/** Stands in the built page where the office's own facts go. */
const OFFICE_PLACE = '"__PACKET_OFFICE__"';

/**
 * The page that makes packets, one file to be carried to the units: it asks for nothing and holds nothing but the
 * office's name, its publications and its public key.
 */
export async function packetPage(call: Call): Promise<Download> {
  const template = await call.desk.packetPage();
  const office = call.desk.db.write((w): PacketOffice => {
    record(w, call, null, '取用报送包页面');
    return {
      office: readOffice(w)?.name ?? '',
      key: toBase64(ensureKeys(w).publicKey),
      publications: listPublications(w).map(({ id, name }) => ({ id, name })),
    };
  });
  // Inside a script element: nothing in it may read as an end of that.
  const json = JSON.stringify(office).replaceAll('<', '\\u003c');
  const bytes = new TextEncoder().encode(template.replace(OFFICE_PLACE, () => json));
  return { name: '报送包（在单位电脑上打开）.html', bytes, type: 'application/octet-stream' };
}

/** What a unit without network is told of its packet, sealed so that only the page that made it can read it. */
export function receiptPacket({ desk }: Call, id: HandInId): Download {
  return desk.db.read((r) => {
    const handIn = handInById(r, id);
    if (handIn?.replyKey == null) throw new CoreError('not-found', { what: '这件报送包' });
    const detail = handInDetail(r, handIn.departmentId, id);
    const content: ReceiptContent = {
      key: handIn.draftId,
      number: receiptNumber(handIn.year, handIn.number),
      at: handIn.at,
      title: handIn.title,
      office: readOffice(r)?.name ?? '',
      state: detail.issue ?? handInStateNames[detail.state],
      note: detail.pieces
        .flatMap(({ reason, feedback }) => [reason, feedback].filter((text) => text !== ''))
        .join('\n'),
    };
    const bytes = seal('receipt', new TextEncoder().encode(JSON.stringify(content)), fromBase64(handIn.replyKey));
    return { name: `回执包${content.number}.bsr`, bytes, type: 'application/octet-stream' };
  });
}
