import type { Unit, UnitSession } from '../../../electron/core/index.ts';
import type { PortalInput, PortalMethodName, PortalOutput } from '../../../shared/contract/portal/index.ts';
import type { HandInFields, HandInReceipt } from '../../../shared/contract/portal/views.ts';
import type { DepartmentId, DraftId } from '../../../shared/domain/ids.ts';
import { addUnit, type TestDesk } from '../support/desk.ts';

export interface TestUnit {
  departmentId: DepartmentId;
  code: string;
  session: UnitSession;
  call<Name extends PortalMethodName>(name: Name, input: PortalInput<Name>): Promise<PortalOutput<Name>>;
  unit(): Unit;
  /** Writes and sends one text. */
  handIn(fields?: Partial<HandInFields>): Promise<HandInReceipt>;
}

export const blankFields: HandInFields = {
  title: '',
  text: '',
  publicationId: null,
  author: '张三',
  signer: '李四',
  phone: '6812',
  writtenOn: null,
  urgent: null,
  answers: null,
  commission: null,
};

const TEXT = '区审计局近日对3家单位开展财务审计，发现问题12个，已整改10个。';
let drafts = 0;
export const newDraft = () => `draft-${++drafts}` as DraftId;

/** A new unit that has signed in at `desk` and changed its slip's code. */
export const signedInUnit = async (desk: TestDesk, name = '区审计局', address = '10.0.0.9'): Promise<TestUnit> =>
  signInUnit(desk, await addUnit(desk, name, `上街区${name}`), name, address);

/** The same for a unit that is there. */
export async function signInUnit(
  desk: TestDesk,
  departmentId: DepartmentId,
  name: string,
  address = '10.0.0.9',
): Promise<TestUnit> {
  const [issued] = await desk.call('portal.issueCodes', { departmentIds: [departmentId] });
  if (!issued) throw new Error('no code was issued');
  // Asked for each time: the core may have been opened anew.
  const portal = () => desk.core.portal;
  const session = await portal().signIn({ unit: name, code: issued.code }, address);
  const unit = () => {
    const found = portal().unitOf(session);
    if (!found) throw new Error('the session is over');
    return found;
  };
  const call: TestUnit['call'] = (method, input) => portal().call(method, input, unit(), session) as never;
  const code = '审计2020密码';
  await call('unit.changeCode', { oldCode: issued.code, newCode: code });
  return {
    departmentId,
    code,
    session,
    call,
    unit,
    handIn: (fields = {}) =>
      call('handIns.send', {
        id: newDraft(),
        fields: { ...blankFields, title: '审计整改见实效', text: TEXT, ...fields },
      }),
  };
}
