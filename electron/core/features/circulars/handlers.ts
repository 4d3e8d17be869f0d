import type { CircularDetail } from '../../../../shared/contract/methods/circulars.ts';
import { circularBulletin } from '../../../../shared/domain/circular/bulletin.ts';
import { circularKindNames } from '../../../../shared/domain/circular/circular.ts';
import { type Call, type HandlersOf, newId, now, record } from '../../context.ts';
import type { Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { deleteCircular, getCircular, listCirculars, putCircular } from './repo.ts';
import { exportCircular, exportStatement, forEditing, newContent } from './service.ts';
import { readWordings, writeWording } from './wordings.ts';

export const circularHandlers: HandlersOf<'circulars'> = {
  'circulars.list': (_, { desk }) =>
    desk.db.read((r) =>
      listCirculars(r).map(({ content: _content, version: _version, publicationId: _of, ...row }) => row),
    ),

  'circulars.get': ({ id }, { desk }) => desk.db.read((r) => getCircular(r, id)),

  'circulars.create': ({ kind, date, ...span }, call) =>
    call.desk.db.write((w) => {
      const content = newContent(w, call.desk, kind, span, date);
      return keep(w, call, '新建通报', {
        ...span,
        id: newId(),
        kind,
        content,
        title: content.title,
        version: 1,
        madeAt: now(call.desk),
        madeBy: call.actor.name,
        publishedAt: null,
        publishedBy: null,
      });
    }),

  'circulars.save': ({ id, version, content }, { desk }) =>
    desk.db.write((w) => {
      const circular = forEditing(w, id, version);
      // Saved as one types, so that it is the record of its making that the log keeps, not every word.
      putCircular(w, { ...circular, content: { ...circular.content, ...content }, version: version + 1 });
      return getCircular(w, id);
    }),

  'circulars.refresh': ({ id, version }, call) =>
    call.desk.db.write((w) => {
      const circular = forEditing(w, id, version);
      const { kind, from, to, publicationId } = circular;
      const made = newContent(w, call.desk, kind, { from, to, publicationId }, circular.content.date);
      // What the editor chose stays; words that tell figures are made with the figures.
      const { masthead, sendTo, parts, closing } = circular.content;
      const content = { ...made, masthead, sendTo, parts, closing };
      return keep(w, call, '重新统计', { ...circular, content, version: version + 1 });
    }),

  'circulars.publish': ({ id, version }, call) =>
    call.desk.db.write((w) =>
      keep(w, call, '发布', {
        ...forEditing(w, id, version),
        version: version + 1,
        publishedAt: now(call.desk),
        publishedBy: call.actor.name,
      }),
    ),

  'circulars.withdraw': ({ id }, call) =>
    call.desk.db.write((w) => {
      const circular = getCircular(w, id);
      if (circular.publishedAt === null) throw new CoreError('state-changed', { what: circular.title, state: '撤回' });
      return keep(w, call, '撤回', {
        ...circular,
        version: circular.version + 1,
        publishedAt: null,
        publishedBy: null,
      });
    }),

  'circulars.delete': ({ id }, call) =>
    call.desk.db.write((w) => {
      const { title, version } = getCircular(w, id);
      forEditing(w, id, version);
      deleteCircular(w, id);
      record(w, call, id, `删除通报“${title}”`);
    }),

  'circulars.wordings': (_, { desk }) => desk.db.read(readWordings),

  'circulars.saveWording': ({ kind, wording }, call) =>
    call.desk.db.write((w) => {
      writeWording(w, kind, wording);
      const what = `${circularKindNames[kind]}的文字模板`;
      record(w, call, null, wording === null ? `恢复${what}` : `修改${what}`);
      return readWordings(w);
    }),

  'circulars.preview': ({ id, known, only, viewer }, { desk }) => {
    const { content } = desk.db.read((r) => getCircular(r, id));
    return desk.press.preview(circularBulletin(content), { known, only, lane: `${id}/${viewer}` });
  },

  'circulars.export': ({ id, folder }, call) => exportCircular(call, id, folder),

  'circulars.exportStatement': ({ departmentId, folder, ...span }, call) =>
    exportStatement(call, span, departmentId, folder),
};

function keep(w: Writable, call: Call, what: string, circular: CircularDetail): CircularDetail {
  putCircular(w, circular);
  record(w, call, circular.id, `${what}“${circular.title}”`);
  return getCircular(w, circular.id);
}
