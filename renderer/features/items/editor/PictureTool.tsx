import { PictureOutlined } from '@ant-design/icons';
import type { Editor } from '@tiptap/core';
import { Popover } from 'antd';
import { useState } from 'react';
import type { ItemDetail, PictureView } from '../../../../shared/contract/views.ts';
import { isPrintable } from '../../../../shared/domain/picture.ts';
import { pictureAddress } from '../../../data/index.ts';
import { pictureWords } from '../../submissions/Pictures.tsx';
import type { KeptBlock } from './kept.ts';
import { Tool } from './TextEditor.tsx';

/** Puts a picture that came with the item's submissions behind the paragraph at hand; nothing where none came. */
export function PictureTool({ item, editor }: { item: ItemDetail; editor: Editor | null }) {
  const [open, setOpen] = useState(false);
  const pictures = picturesFor(item);
  if (pictures.length === 0 || editor === null) return null;
  const place = (picture: PictureView) => {
    setOpen(false);
    placePicture(editor, picture);
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomLeft"
      title="插入来稿中的图片"
      content={
        <ul className="picture-choice">
          {pictures.map((picture) => (
            <li key={picture.hash}>
              <button type="button" title={`插入 ${pictureWords(picture)}`} onClick={() => place(picture)}>
                <img src={pictureAddress(picture.hash)} alt={picture.name} />
              </button>
            </li>
          ))}
        </ul>
      }
    >
      <Tool title="插入图片" icon={<PictureOutlined />} />
    </Popover>
  );
}

/** Each once, of those a page can be printed with. */
function picturesFor({ submissions }: ItemDetail): PictureView[] {
  const all = submissions.flatMap(({ pictures }) => pictures).filter(({ type }) => isPrintable(type));
  return [...new Map(all.map((picture) => [picture.hash, picture])).values()];
}

export function placePicture(editor: Editor, { hash, pixels }: PictureView): void {
  const block: KeptBlock = { kind: 'picture', hash, ...(pixels ? { size: pixels } : {}) };
  const { $head } = editor.state.selection;
  const at = $head.depth > 0 ? $head.after(1) : editor.state.selection.to;
  editor.chain().insertContentAt(at, { type: 'kept', attrs: { block } }).focus().run();
}
