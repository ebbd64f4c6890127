import { Register } from '../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../nodes/shared/storage/settings';
import { inSqlite } from './register-databases';

const START = '2026-11-24T09:00:00Z';

/** A register for each test of a file, with a clock that the test moves. */
export function registerPerTest({ fresh } = inSqlite()) {
	const here = {
		register: undefined as unknown as Register,
		settings: undefined as unknown as RegisterSettings,
		now: new Date(START),
	};
	beforeEach(async () => {
		here.now = new Date(START);
		here.settings = await fresh();
		here.register = await Register.open(here.settings, () => here.now);
	});
	afterEach(async () => await here.register.close());
	return {
		get register() {
			return here.register;
		},
		get pdc() {
			return here.register.pdc;
		},
		get settings() {
			return here.settings;
		},
		/** Lets this many days pass. */
		later(days: number) {
			here.now = new Date(here.now.getTime() + days * 86_400_000);
		},
	};
}
