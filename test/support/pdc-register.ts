import { Register } from '../../nodes/shared/storage/register';
import { inSqlite } from './register-databases';

const START = '2026-11-24T09:00:00Z';

/** A register for each test of a file, with a clock that the test moves. */
export function registerPerTest({ fresh } = inSqlite()) {
	const here = { register: undefined as unknown as Register, now: new Date(START) };
	beforeEach(async () => {
		here.now = new Date(START);
		here.register = await Register.open(await fresh(), () => here.now);
	});
	afterEach(async () => await here.register.close());
	return {
		get register() {
			return here.register;
		},
		get pdc() {
			return here.register.pdc;
		},
		/** Lets this many days pass. */
		later(days: number) {
			here.now = new Date(here.now.getTime() + days * 86_400_000);
		},
	};
}
