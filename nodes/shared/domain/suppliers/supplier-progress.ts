import type { Status } from '../signal';
import type { Progress } from './supplier-change';

export interface SupplierMove {
	/** The statuses that the signal goes through, in order; none when it stays where it is. */
	path: readonly Status[];
	/** The supplier is done with it, while the customer says that it is not solved. */
	disagreement: boolean;
}

const STAY: SupplierMove = { path: [], disagreement: false };
const to = (...path: Status[]): SupplierMove => ({ path, disagreement: false });

/**
 * What becomes of a signal when its supplier reports this. A signal that the customer opened again stays open when the
 * supplier closes it: a person decides. What the supplier will not do, is for a person as well.
 */
export function supplierMove(status: Status, progress: Progress | null): SupplierMove {
	if (progress === null) return STAY;
	const finished = status === 'opgelost' || status === 'afgesloten';
	if (progress === 'started') {
		if (status === 'in behandeling') return STAY;
		return finished ? to('heropend', 'in behandeling') : to('in behandeling');
	}
	if (finished) return STAY;
	if (status === 'heropend') return { path: [], disagreement: true };
	if (progress === 'solved') return to('opgelost');
	return status === 'te beoordelen' ? STAY : to('te beoordelen');
}
