import { useState } from 'react';
import type { Timestamp } from '../../../shared/domain/dates.ts';
import { moment } from '../format.ts';
import { type KeptPacket, readReceipt } from './kept.ts';
import { bytesOf } from './makePacket.ts';

interface ReceiptReaderProps {
  packets: readonly KeptPacket[];
  onRead: (packets: KeptPacket[]) => void;
}

/** Packets made here, and what the office answered to each. */
export function ReceiptReader({ packets, onRead }: ReceiptReaderProps) {
  const [fault, setFault] = useState<string | null>(null);
  const read = async (file: File) => {
    const receipt = readReceipt(await bytesOf(file), packets);
    setFault(receipt ? null : `“${file.name}”不是本机报送包的回执，或已损坏。`);
    if (receipt) onRead(packets.map((one) => (one.key === receipt.key ? { ...one, receipt } : one)));
  };
  return (
    <section className="card" aria-label="已生成的报送包">
      <h2>已生成的报送包</h2>
      {packets.length === 0 && <p className="quiet">还没有。</p>}
      <ul className="list">
        {packets.map(({ key, title, madeAt, receipt }) => (
          <li key={key} className="row">
            <span className="row-title">{title}</span>
            <span className="quiet">{moment(madeAt as Timestamp)}</span>
            {receipt && (
              <span>
                {receipt.number}　{receipt.state}
              </span>
            )}
            {receipt !== null && receipt.note !== '' && <div className="text reason">{receipt.note}</div>}
          </li>
        ))}
      </ul>
      {fault !== null && (
        <p className="error" role="alert">
          {fault}
        </p>
      )}
      <label className="button file">
        读回执包
        <input
          type="file"
          accept=".bsr"
          onChange={(event) => {
            const [file] = Array.from(event.target.files ?? []);
            event.target.value = '';
            if (file) void read(file);
          }}
        />
      </label>
    </section>
  );
}
