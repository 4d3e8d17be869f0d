import { size } from '../format.ts';

interface PacketFilesProps {
  files: readonly File[];
  onChange: (files: File[]) => void;
}

/** Files that go into the packet. */
export function PacketFiles({ files, onChange }: PacketFilesProps) {
  return (
    <div className="field">
      <span>
        附件<span className="quiet hint">Word、WPS、PDF、TXT 等，合计不超过 20 MB</span>
      </span>
      <ul className="list">
        {files.map((file) => (
          <li key={`${file.name} ${file.size}`} className="row">
            <span className="row-title">{file.name}</span>
            <span className="quiet">{size(file.size)}</span>
            <button
              type="button"
              className="plain"
              aria-label={`去掉${file.name}`}
              onClick={() => onChange(files.filter((one) => one !== file))}
            >
              去掉
            </button>
          </li>
        ))}
      </ul>
      <label className="button file">
        添加文件
        <input
          type="file"
          multiple
          onChange={(event) => {
            const chosen = Array.from(event.target.files ?? []);
            event.target.value = '';
            onChange([...files, ...chosen]);
          }}
        />
      </label>
    </div>
  );
}
