import { z } from 'zod/v4';
import type { RegisterHealth } from '../../shared/storage/health';
import { filled, optionalText, parsed, type ReadParameter } from '../parameters';
import type { MailSource } from '../source/mail-source';
import { readBacklog } from './backlog';
import { judgeHealth, thresholdsSchema, type Health } from './judge';

const healthSchema = z.object({
	folder: filled('Fill in the folder to look in'),
	skipKeyword: optionalText,
	...thresholdsSchema.shape,
});

/** Looks how the intake is doing; a mailbox or register that cannot be reached is part of the answer. */
export async function getHealth(
	source: MailSource,
	readRegister: () => Promise<RegisterHealth>,
	read: ReadParameter,
): Promise<Health> {
	const { folder, skipKeyword, ...thresholds } = parsed(healthSchema, read);
	const [backlog, register] = await Promise.all([
		readBacklog(source, folder, skipKeyword).catch(asError),
		readRegister().catch(asError),
	]);
	return judgeHealth(backlog, register, thresholds, new Date());
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
