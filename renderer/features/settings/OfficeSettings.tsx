import { Button, Form } from 'antd';
import { useMay, useSession } from '../../app/session.ts';
import { hostBridge, sentenceOf, useCommand } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SavedText } from '../../ui/SavedText.tsx';

/** The office's name, and where exports go. */
export function OfficeSettings() {
  const { office, capabilities } = useSession();
  const mayEdit = useMay('editor');
  const { run, error } = useCommand('office.save');
  const save = (change: Partial<typeof office>) => {
    // A refusal stands below the fields.
    run({ ...office, ...change }).catch(() => {});
  };
  const choose = () =>
    void hostBridge()
      ?.chooseFolder()
      .then((folder) => folder !== null && save({ exportFolder: folder }));
  return (
    <div className="panel settings-panel">
      <Form layout="vertical" component="div" disabled={!mayEdit}>
        <Form.Item label="单位名称（各刊物印出的编印单位在“刊物”里设）">
          <SavedText
            label="单位名称"
            value={office.name}
            maxLength={60}
            valid={(text) => text.trim() !== ''}
            disabled={!mayEdit}
            onSave={(name) => save({ name: name.trim() })}
          />
        </Form.Item>
        <Form.Item
          label="导出文件夹"
          extra="每期导出到其中的“YYYY年第N期”文件夹；不填时放在数据文件夹的“导出”中。导出时也可以临时另选。"
        >
          <div className="settings-row">
            <SavedText
              label="导出文件夹"
              value={office.exportFolder}
              maxLength={500}
              disabled={!mayEdit}
              onSave={(folder) => save({ exportFolder: folder.trim() })}
            />
            {capabilities.chooseFolder && <Button onClick={choose}>选择…</Button>}
          </div>
        </Form.Item>
      </Form>
      {error && <ErrorNote text={sentenceOf(error)} />}
    </div>
  );
}
