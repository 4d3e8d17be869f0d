import type {
  ParsedPortalInput,
  PortalMethodName,
  PortalMethodsOf,
  PortalOutput,
} from '../../../shared/contract/portal/index.ts';
import type { DepartmentId, PersonId } from '../../../shared/domain/ids.ts';
import type { Call, Desk } from '../context.ts';

/** The unit a session belongs to. */
export interface Unit {
  departmentId: DepartmentId;
  /** Short name. */
  name: string;
  /** The slip's code must be changed before anything else. */
  mustChangeCode: boolean;
}

/** A call from the department page: for one unit, never for a person of the office. */
export interface UnitCall {
  desk: Desk;
  unit: Unit;
}

export type UnitHandler<Name extends PortalMethodName> = (
  input: ParsedPortalInput<Name>,
  call: UnitCall,
) => PortalOutput<Name> | Promise<PortalOutput<Name>>;

export type UnitHandlersOf<Feature extends string> = { [Name in PortalMethodsOf<Feature>]: UnitHandler<Name> };

/** The unit as the record and the intakes name it; it holds no role of the office. */
export const asCall = ({ desk, unit }: UnitCall): Call => ({
  desk,
  actor: { personId: `unit ${unit.departmentId}` as PersonId, name: `${unit.name}（报送端）`, roles: [] },
});
