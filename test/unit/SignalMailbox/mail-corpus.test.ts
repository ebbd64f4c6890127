import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { signalSchema } from '../../../nodes/shared/domain/signal';
import type { ReadSignal } from '../../../nodes/SignalMailbox/parse/to-signal';
import { corpusCases } from '../../../scripts/mail-corpus/all-cases';
import type { Expected } from '../../../scripts/mail-corpus/corpus-case';
import { readMail } from '../../support/read-mail';

const FOLDER = join(__dirname, '..', '..', 'corpus', 'mails');
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.eml') ? [file.slice(0, -4)] : []));

const readSource = (name: string) => readFileSync(join(FOLDER, `${name}.eml`));
const readExpected = (name: string) =>
	JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Expected & { about: string };

/** The signal in the terms of the expectation, with only what the expectation speaks of. */
async function outcome({ signal, files }: ReadSignal, expected: Expected) {
	const { text, quotedText, signature, source, customer, flags } = signal;
	const contentOf = async (key: string | null) => {
		const file = files.find((candidate) => candidate.key === key);
		return file && (await readText(file.open()));
	};
	const found = {
		customer: { name: customer.name, email: customer.email },
		flags: Object.entries(flags).flatMap(([flag, set]) => (set === true ? [flag] : [])),
		reason: flags.reasons.map(({ reason }) => reason).join('; '),
		attachments: await Promise.all(
			signal.attachments.map(async ({ name, inline, binaryKey }, index) => {
				const wanted = expected.attachments?.[index] ?? {};
				return {
					name,
					...('inline' in wanted ? { inline } : {}),
					...('content' in wanted ? { content: await contentOf(binaryKey) } : {}),
					...('kept' in wanted ? { kept: binaryKey !== null } : {}),
				};
			}),
		),
		mentions: source.mentions,
		forwardedBy: source.forwardedBy?.email ?? null,
		remark: source.forwardedBy?.remark,
		bounce: source.bounce && { ...source.bounce, diagnostic: undefined },
		thread: source.thread,
		subject: signal.subject,
		language: signal.language,
		messageId: source.messageId,
	};
	return { found, text, quotedText, signature };
}

describe('the mails of the corpus', () => {
	it('are many, and are what their script makes', () => {
		expect(names.length).toBeGreaterThanOrEqual(150);
		const cases = corpusCases();
		expect(cases.map(({ name }) => name).sort()).toEqual([...names].sort());
		const changed = cases.filter(({ name, source }) => !source.equals(readSource(name)));
		expect(changed.map(({ name }) => name)).toEqual([]);
	});

	it.each(names.map((name) => [name, readExpected(name)] as const))('%s', async (name, expected) => {
		const reading = await readMail(readSource(name));
		try {
			expect(signalSchema.parse(reading.signal)).toEqual(reading.signal);
			const { found, text, quotedText, signature } = await outcome(reading, expected);
			const { customer = { name: 'Sanne Bakker', email: 'sanne.bakker@minbox.example' } } = expected;
			if (expected.bounce) Object.assign(expected.bounce, { action: 'failed', ...expected.bounce });
			const { flags = [], mentions = [], forwardedBy = null, attachments = [] } = expected;
			expect(found).toMatchObject({ customer, mentions, forwardedBy, attachments });
			expect([...found.flags].sort()).toEqual([...flags].sort());
			for (const flag of flags) expect(reading.signal.flags.reasons.map((one) => one.flag)).toContain(flag);
			expect(found.reason).toContain(expected.reason ?? '');
			for (const key of ['remark', 'bounce', 'thread', 'subject', 'language', 'messageId'] as const) {
				if (expected[key] !== undefined) expect({ [key]: found[key] }).toEqual({ [key]: expected[key] });
			}
			if (expected.text !== undefined) expect(text).toBe(expected.text);
			expect(text.startsWith(expected.textStarts ?? '') || text).toBe(true);
			expect(text.endsWith(expected.textEnds ?? '') || text).toBe(true);
			for (const piece of expected.textContains ?? []) expect(text).toContain(piece);
			for (const piece of expected.textLacks ?? []) expect(text).not.toContain(piece);
			if (expected.quotedStarts === '') expect(quotedText).toBe('');
			expect(quotedText.startsWith(expected.quotedStarts ?? '') || quotedText).toBe(true);
			for (const piece of expected.quotedContains ?? []) expect(quotedText).toContain(piece);
			if (expected.signatureStarts === undefined) expect(signature).toBe('');
			else expect(signature.startsWith(expected.signatureStarts) || signature).toBe(true);
		} finally {
			await reading.dispose();
		}
	});
});
