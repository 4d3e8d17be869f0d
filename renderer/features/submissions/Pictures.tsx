import { Image } from 'antd';
import type { PictureView } from '../../../shared/contract/views.ts';
import { pictureAddress } from '../../data/index.ts';
import './pictures.css';

/** Pictures that came in the file of a submission; each opens large, where it can be turned over to the next. */
export function Pictures({ pictures }: { pictures: readonly PictureView[] }) {
  if (pictures.length === 0) return null;
  return (
    <section className="pictures" aria-label="来稿图片">
      <h2>图片（{pictures.length}）</h2>
      <Image.PreviewGroup>
        <ul>
          {pictures.map((picture) => (
            <li key={picture.hash}>
              <Image src={pictureAddress(picture.hash)} alt={picture.name} height={96} />
              <span className="soft" title={picture.name}>
                {pictureWords(picture)}
              </span>
            </li>
          ))}
        </ul>
      </Image.PreviewGroup>
    </section>
  );
}

/** image1.png　800×600　120 KB */
export const pictureWords = ({ name, pixels, size }: PictureView): string =>
  [name, ...(pixels ? [pixels.join('×')] : []), `${Math.max(1, Math.round(size / 1024))} KB`].join('　');
