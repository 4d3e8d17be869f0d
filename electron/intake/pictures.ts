import { pictureTypeOf } from '../../shared/domain/picture.ts';
import type { Attachment } from './reader.ts';

/** What an editor is told of the pictures in a file: kept beside the text, or of a kind nothing here shows. */
export function picturesTold(attachments: readonly Attachment[]): string[] {
  const shown = attachments.filter(({ bytes }) => pictureTypeOf(bytes) !== null).length;
  const others = attachments.length - shown;
  return [
    ...(shown === 0 ? [] : [`文件中有 ${shown} 张图片，已作为附件保留，未读入正文。`]),
    ...(others === 0 ? [] : [`文件中有 ${others} 个图形不是常见的图片格式，未读入，请看原文件。`]),
  ];
}
