import { Register } from '../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../nodes/shared/storage/settings';
import { signalFor } from './signals';

/** What a process of its own does: it registers the signals with these numbers, as runs of the node do. */
export interface WorkerTask {
	settings: RegisterSettings;
	name: string;
	/** How many signals there are; each worker takes all of them. */
	signals: number;
	/** Items in one run of the node, which opens and closes the register. */
	perRun: number;
	/** The number it begins with; it goes round to the one before. */
	from: number;
}

export interface WorkerReport {
	/** How often each outcome came. */
	outcomes: Record<string, number>;
	errors: string[];
}

export async function runTask({ settings, name, signals, perRun, from }: WorkerTask): Promise<WorkerReport> {
	const report: WorkerReport = { outcomes: {}, errors: [] };
	for (let start = 0; start < signals; start += perRun) {
		const numbers = Array.from(
			{ length: Math.min(perRun, signals - start) },
			(_, index) => (from + start + index) % signals,
		);
		try {
			await oneRun(settings, `${name}, run ${start}`, numbers, report);
		} catch (error) {
			report.errors.push(String(error));
		}
	}
	return report;
}

async function oneRun(
	settings: RegisterSettings,
	by: string,
	numbers: readonly number[],
	{ outcomes }: WorkerReport,
): Promise<void> {
	const register = await Register.open(settings);
	try {
		await register.together(async (all) => {
			for (const number of numbers) {
				const { outcome } = await all.register(signalFor(`<${number}@x>`), { by, minutes: 60 });
				outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
			}
		});
	} finally {
		await register.close();
	}
}

// Run by `fork`: one task comes as a message, and its report goes back.
if (process.send && require.main === module) {
	process.once('message', (task: WorkerTask) => {
		void runTask(task).then((report) => process.send!(report, () => process.exit(0)));
	});
}
