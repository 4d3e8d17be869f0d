import { type FormEvent, useState } from 'react';
import { toIsoDate } from '../../../shared/domain/dates.ts';
import type { PublicationId } from '../../../shared/domain/ids.ts';
import type { PacketOffice } from '../../../shared/packet/content.ts';
import { Field } from '../Field.tsx';
import { PeopleFields } from '../handIn/PeopleFields.tsx';
import { type KeptPacket, keepPackets, keptPackets } from './kept.ts';
import { makePacket, type PacketDraft } from './makePacket.ts';
import { PacketFiles } from './PacketFiles.tsx';
import { ReceiptReader } from './ReceiptReader.tsx';

const MOST_BYTES = 20 * 1024 * 1024;

/** The department page as one file, for a unit with no network to the office: writes packets, reads receipts. */
export function PacketPage({ office }: { office: PacketOffice }) {
  const [draft, setDraft] = useState(() => blank(office));
  const [packets, setPackets] = useState<KeptPacket[]>(keptPackets);
  const [note, setNote] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { fields } = draft;
  const change = (more: Partial<PacketDraft['fields']>) => setDraft({ ...draft, fields: { ...fields, ...more } });
  const remember = (next: KeptPacket[]): boolean => {
    setPackets(next);
    return keepPackets(next);
  };
  const make = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(draft);
    setFault(found);
    if (found !== null) return;
    makePacket(draft, office.key).then(
      ({ bytes, kept }) => {
        save(bytes, `报送包-${draft.unit}-${fields.title.slice(0, 20) || '简讯'}.bsb`);
        const remembered = remember([kept, ...packets]);
        setNote(
          `已生成报送包，请把刚保存的 .bsb 文件交到${office.office}。${remembered ? '' : '这个浏览器不保存记录，将来的回执包打不开。'}`,
        );
        setDraft({ ...blank(office), unit: draft.unit, fields: { ...blank(office).fields, ...peopleOf(fields) } });
      },
      () => setFault('报送包没有生成，请换用较新的浏览器再试。'),
    );
  };
  return (
    <main>
      <header className="head-names">
        <strong>信息报送包</strong>
        <span className="quiet">{office.office}</span>
      </header>
      <p className="quiet">本页不连网络。填写后生成加密的报送包文件，拷到盘上交给编辑部，只有编辑部能打开。</p>
      <form className="card" onSubmit={make}>
        <Field label="单位" hint="与编辑部名册上的名称一致">
          {(id) => (
            <input
              id={id}
              value={draft.unit}
              maxLength={80}
              onChange={(e) => setDraft({ ...draft, unit: e.target.value })}
            />
          )}
        </Field>
        <Field label="标题" hint="不填标题的作为简讯">
          {(id) => (
            <input id={id} value={fields.title} maxLength={200} onChange={(e) => change({ title: e.target.value })} />
          )}
        </Field>
        <Field label="正文" hint="也可只附文件">
          {(id) => (
            <textarea id={id} rows={12} value={fields.text} onChange={(e) => change({ text: e.target.value })} />
          )}
        </Field>
        <PacketFiles files={draft.files} onChange={(files) => setDraft({ ...draft, files })} />
        <PeopleFields
          fields={fields}
          publications={office.publications.map(({ id, name }) => ({ id: id as PublicationId, name }))}
          onChange={change}
        />
        <label className="tick">
          <input type="checkbox" checked={fields.urgent} onChange={(e) => change({ urgent: e.target.checked })} />{' '}
          紧急信息
        </label>
        {fault !== null && (
          <p className="error" role="alert">
            {fault}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="main">
            生成报送包
          </button>
          <span className="quiet" role="status">
            {note}
          </span>
        </div>
      </form>
      <ReceiptReader packets={packets} onRead={remember} />
    </main>
  );
}

const blank = (office: PacketOffice): PacketDraft => ({
  unit: '',
  files: [],
  fields: {
    title: '',
    text: '',
    publicationId: (office.publications[0]?.id ?? null) as PublicationId | null,
    author: '',
    signer: '',
    phone: '',
    writtenOn: toIsoDate(new Date()),
    urgent: false,
  },
});

const peopleOf = ({ author, signer, phone, publicationId }: PacketDraft['fields']) => ({
  author,
  signer,
  phone,
  publicationId,
});

function faultOf({ unit, fields, files }: PacketDraft): string | null {
  if (unit.trim() === '') return '请填写单位。';
  if (fields.text.trim() === '' && files.length === 0) return '还没有填写内容，也没有附上文件。';
  if (files.length > 10) return '一次最多附 10 个文件。';
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return '附件合计不能超过 20 MB。';
  return null;
}

/** As a download; the browser asks where to put it. */
function save(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
