import { useEffect, useMemo, useRef } from 'react';
import type { Input } from '../../../../shared/contract/index.ts';
import type { PublicationId } from '../../../../shared/domain/ids.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { useDesk } from '../../../data/index.ts';
import { Previewer } from '../../issues/pages/Previewer.ts';

type Asked = Input<'publications.preview'>;
/** A publication as it stands on the screen, saved or not. */
export type DraftPublication = Omit<Publication, 'id'> & { id: PublicationId | null };
/** Of what the pages are: an issue made up to show a style, or the publication's last one. */
export type StylePagesOf = Asked['pages'];

/** Real pages in the style of a publication, asked for anew whenever a field changes. */
export function useStylePages(publication: DraftPublication, pages: StylePagesOf): Previewer {
  const { client } = useDesk();
  const asked = useRef({ publication, pages });
  const previewer = useMemo(
    () =>
      new Previewer(({ known, only, viewer }) =>
        client.call('publications.preview', { ...asked.current, known, only, viewer }),
      ),
    [client],
  );
  useEffect(() => previewer.open(), [previewer]);
  useEffect(() => {
    asked.current = { publication, pages };
    previewer.refresh();
  }, [previewer, publication, pages]);
  return previewer;
}
