import { type HandlersOf, now } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { getItem } from '../items/repo.ts';

export const leaseHandlers: HandlersOf<'leases'> = {
  'leases.step': ({ itemId, window, step }, { desk, actor }) => {
    desk.db.read((r) => getItem(r, itemId));
    const asker = { window, personId: actor.personId, person: actor.name };
    const { view, changed } = desk.leases.step(itemId, asker, step, now(desk));
    if (changed) desk.emit({ type: 'lease', itemId });
    if (step === 'take' && view && !view.mine) throw new CoreError('item-being-edited', { person: view.holder.person });
    return view;
  },
};
