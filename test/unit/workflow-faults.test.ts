import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { valueOf, type ExpressionItem } from '../support/expression';
import { signalFor } from '../support/signals';

const FOLDER = join(__dirname, '..', '..', 'workflows');
const WARN = 'Waarschuw beheerder';

interface Step {
	name: string;
	parameters: Record<string, unknown>;
	position: [number, number];
	onError?: string;
}
interface Flow {
	nodes: Step[];
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

const flowIn = (file: string) => {
	const { nodes, connections } = JSON.parse(readFileSync(join(FOLDER, `${file}.json`), 'utf8')) as Flow;
	const step = (name: string) => {
		const found = nodes.find((node) => node.name === name);
		if (!found) throw new Error(`${file} has no step ${name}`);
		return found;
	};
	return {
		step,
		/** Where each output of a step goes. */
		after: (name: string) =>
			(connections[name]?.main ?? []).map((targets) => targets.map(({ node }) => node)),
		valueOf: (name: string, field: string, item: ExpressionItem) =>
			valueOf(step(name).parameters[field] as string, item),
	};
};

describe('what a supplier did, while something is out of order', () => {
	const flow = flowIn('02-opvolging');

	it('stops where it is, so that 07 Alarm mails and Retry goes on there', () => {
		for (const name of ['Vastleggen', 'E-mail aan beoordelaar', 'E-mail: klant is het niet eens', WARN]) {
			expect([name, flow.step(name).onError]).toEqual([name, undefined]);
		}
		expect(flow.step(WARN).parameters.withoutRegister).toBe(true);
	});

	it('lets a colleague look also when the change was recorded in a run that broke off', () => {
		const [recorded, known] = flow.after('Vastleggen');
		expect(known).toEqual(recorded);
		expect(flow.step('E-mail aan beoordelaar').parameters.idempotencyKey).toContain('$json.changeId');
	});

	it('shows the supplier a page before it mails anybody: n8n goes to the highest step first', () => {
		const height = (name: string) => flow.step(name).position[1];
		for (const output of flow.after('Bericht vastleggen')) {
			const [first, ...others] = [...output].sort((one, other) => height(one) - height(other));
			expect(first).toMatch(/^Pagina/);
			expect(others.filter((name) => name.startsWith('Pagina'))).toEqual([]);
		}
	});
});

describe('an answer from the catalogue', () => {
	const flow = flowIn('12-pdc-antwoorden');
	const outcome = (delivery: string) => ({ json: { delivery: { outcome: delivery } } });
	const canBeMailed = (signal: object) => {
		const [condition] = (
			flow.step('Is de klant te mailen?').parameters.conditions as {
				conditions: Array<{ leftValue: string }>;
			}
		).conditions;
		return valueOf(condition!.leftValue, { json: { signal } as unknown as IDataObject });
	};
	const asked = signalFor('<1@x>');

	it('goes to who mailed a question, has an address, and did not write again', () => {
		expect(canBeMailed(asked)).toBe(true);
		// What a klantmanager heard is his; of an old list that was taken over, customers get no mail.
		for (const kind of ['form', 'import']) {
			expect(canBeMailed({ ...asked, source: { ...asked.source, kind } })).toBe(false);
		}
		expect(canBeMailed({ ...asked, customer: { ...asked.customer, email: null } })).toBe(false);
		const again = { at: '2026-11-02T10:00:00Z', kind: 'reactie', actor: 'klant', text: 'Dit zoek ik niet.' };
		expect(canBeMailed({ ...asked, actions: [again] })).toBe(false);
	});

	it.each(['12-pdc-antwoorden', '12-pdc-uitleg'])(
		'solves the signal only when the mail went out: %s',
		(file) => {
			const { step, after } = flowIn(file);
			expect(after('Antwoord aan de klant')[0]).toEqual(['Is de mail weg?']);
			const gone = (
				step('Is de mail weg?').parameters.conditions as { conditions: Array<{ leftValue: string }> }
			).conditions[0]!.leftValue;
			expect(['sent', 'already-sent'].map((one) => valueOf(gone, outcome(one)))).toEqual([true, true]);
			expect(
				['skipped', 'limited', 'doubtful', 'dropped'].filter((one) => valueOf(gone, outcome(one)) === true),
			).toEqual([]);
			const [, otherwise] = after('Is de mail weg?');
			expect(otherwise).toEqual([file === '12-pdc-uitleg' ? WARN : 'Link om te antwoorden']);
		},
	);

	it('is told to the colleague who was asked to handle the question', () => {
		expect(flow.after('Is de mail weg?')[0]).toEqual(['Collega: al beantwoord']);
		expect(flow.after('Collega: al beantwoord')[0]).toEqual(['Vraag is beantwoord']);
	});
});

describe('a warning to the administrator', () => {
	const settings = {
		Instellingen: { instellingen: { organisatie: 'Dienstencentrum', beheerder: 'b@x.nl' } },
	};

	it.each([
		'08-rapportage',
		'09-maandbundel',
		'10-pdc-wijziging',
		'12-pdc-uitleg',
		'13-overzicht',
		'15-pdc-toestand',
	])('makes the run of %s fail when it cannot be sent', (file) => {
		expect(flowIn(file).step(WARN).onError).toBeUndefined();
	});

	it.each(['08-rapportage', '09-maandbundel', '13-overzicht', '15-pdc-toestand'])(
		'of %s says to start it again, as what is not sent now is not sent by itself',
		(file) => {
			const { text } = flowIn(file).step(WARN).parameters;
			expect(text).toContain('Execute workflow');
			expect(text).not.toContain('Er is niets verloren');
		},
	);

	it('names who did not hear of a change in the catalogue', () => {
		const flow = flowIn('10-pdc-wijziging');
		const notice = { number: 'P-2026-1', submittedBy: 'an@dienstencentrum.example' };
		const json = { error: 'De mailserver weigert', notice, klant: 'k@x.nl', customerText: 'Brood is op.' };
		const warning = (from: string) => flow.valueOf(WARN, 'text', { json, from, ran: settings });
		expect(warning('Klanten informeren')).toMatch(/k@x\.nl kreeg er geen bericht over[^]*Brood is op\./);
		expect(warning('Afwijzing melden')).toContain('an@dienstencentrum.example kreeg er geen bericht over');
		expect(warning('Vraag per e-mail')).toContain('Er is niets verloren');
		const key = (klant: string) => flow.valueOf(WARN, 'idempotencyKey', { json: { ...json, klant } });
		expect(key('k@x.nl')).not.toBe(key('l@x.nl'));
	});
});

describe('a form that meets a fault', () => {
	it.each([
		['02-vraag-stellen', ['Behandelaar vastleggen', 'Vraag vastleggen', 'Vraag mailen']],
		['10-pdc-formulier', ['Melding vastleggen', 'Start de beoordeling']],
		['04-formulier-klantmanager', ['Signaal registreren']],
	])('warns the administrator before it says so: %s', (file, steps) => {
		const flow = flowIn(file);
		for (const name of steps) expect([name, flow.after(name).at(-1)]).toEqual([name, [WARN]]);
		expect(flow.after(WARN)).toEqual([['Storing']]);
		expect(flow.step(WARN)).toMatchObject({
			onError: 'continueRegularOutput',
			parameters: { withoutRegister: true },
		});
		expect(flow.step('Storing').parameters.completionMessage).not.toContain('$json.error');
	});

	it('says that the administrator knows only when he does', () => {
		for (const file of ['02-vraag-stellen', '04-formulier-klantmanager']) {
			const said = (json: IDataObject) => flowIn(file).valueOf('Storing', 'completionMessage', { json });
			expect(said({ delivery: { outcome: 'sent' } })).toContain('De beheerder heeft bericht.');
			expect(said({ error: 'geen mailserver' })).toContain('Vertel het ook aan de beheerder.');
		}
	});

	it('frees a signal that a klantmanager may hand in again, and says when that is too early', () => {
		const flow = flowIn('04-formulier-klantmanager');
		for (const name of ['Gesprek vastleggen', 'E-mail aan coördinator', 'Signaal afronden']) {
			expect([name, flow.after(name).at(-1)]).toEqual([name, ['Fout vastleggen']]);
		}
		expect(flow.step('Fout vastleggen').parameters.operation).toBe('recordFailure');
		expect(flow.after('Fout vastleggen')).toEqual([[WARN]]);
		const [, handled, busy] = flow.after('Signaal registreren');
		expect([handled, busy]).toEqual([['Klaar: was er al'], ['Nog even wachten']]);
	});
});

describe('a mail with attachments', () => {
	const flow = flowIn('01-intake');
	const file = { contentType: 'image/jpeg', size: 9, binaryKey: null };
	const attachments = [
		{ ...file, name: 'lekkage.jpg', inline: false },
		{ ...file, name: 'logo.png', inline: true },
	];
	const comment = (
		flow.step('Planon: melding maken').parameters.fields as { field: Array<{ name: string; value: string }> }
	).field.find(({ name }) => name === 'Comment')!.value;
	const text = (name: string) => flow.step(name).parameters.text as string;

	it.each([
		['TOPdesk', flow.step('TOPdesk: melding maken').parameters.request as string, 'vraag ze bij ons op'],
		['Planon', comment, 'vraag ze bij ons op'],
		['a supplier', text('E-mail aan leverancier'), 'vraag ze bij ons op'],
		['a colleague', text('E-mail aan collega'), 'bij de mail in de mailbox'],
		['who judges', text('E-mail aan beoordelaar'), 'bij de mail in de mailbox'],
	])('tells %s which they are', (_, expression, where) => {
		const about = (files: typeof attachments) =>
			valueOf(expression, {
				json: { signal: signalFor('<1@x>', { attachments: files }) } as unknown as IDataObject,
				ran: { Instellingen: { instellingen: { organisatie: 'Dienstencentrum' } } },
			});
		expect(about(attachments)).toContain(`--\nBijlagen (${where}): lekkage.jpg\nNaam:`);
		expect(about([])).toContain('--\nNaam:');
	});

	it('that cannot be read goes along to who judges, unless it is too large to mail', () => {
		const source = { ...file, name: 'oorspronkelijk-bericht.eml', binaryKey: 'source', inline: false };
		const goesAlong = (size: number) =>
			flow.valueOf('E-mail aan beoordelaar', 'attachments', {
				json: {
					signal: signalFor('<1@x>', { attachments: [{ ...source, size }] }),
				} as unknown as IDataObject,
				binary: { source: { data: '', mimeType: 'message/rfc822' } },
			});
		expect(goesAlong(9_000)).toBe('source');
		expect(goesAlong(9_000_000)).toBe('');
		const readable = { signal: signalFor('<1@x>', { attachments }) } as unknown as IDataObject;
		expect(flow.valueOf('E-mail aan beoordelaar', 'attachments', { json: readable })).toBe('');
	});
});

it('carries out a change on the day that it begins, also in a weekend', () => {
	const flow = flowIn('10-pdc-wijziging');
	const schedule = (name: string) => JSON.stringify(flow.step(name).parameters.rule);
	expect(schedule('Elke dag')).toContain('0 6 * * *');
	expect(schedule('Elke werkdag')).toContain('0 8 * * 1-5');
	const { values } = flow.step('Wat komt er binnen?').parameters.rules as {
		values: Array<{ outputKey: string }>;
	};
	const goesTo = (started: string) =>
		flow.after('Wat komt er binnen?')[values.findIndex(({ outputKey }) => outputKey === started)];
	expect(goesTo('Elke dag')).toEqual(['Doorvoeren wat vandaag ingaat']);
	expect(goesTo('Elke werkdag')).toEqual(['Wie wacht te lang?']);
});

it.each([
	['09-maandbundel', 'Archief versturen', 'text', 'archive.signals', '1 signaal,', '2 signalen,'],
	['10-pdc-wijziging', 'Herinnering', 'text', 'workingDays', '1 werkdag op', '2 werkdagen op'],
	['15-pdc-toestand', 'Portfoliomanager vragen', 'text', 'health.items', 'telt 1 item.', 'telt 2 items.'],
	['15-pdc-toestand', 'Portfoliomanager vragen', 'subject', 'health.incomplete', '1 item onv', '2 items onv'],
])('counts one in the singular: %s, %s, %s', (file, name, field, path, one, two) => {
	const said = (count: number) => {
		const [outer, inner] = path.split('.') as [string, string | undefined];
		const ask = { role: 'indiener', validUntil: '2026-12-01' };
		const json = { archive: {}, health: {}, ask, [outer]: inner ? { [inner]: count } : count };
		return flowIn(file).valueOf(name, field, {
			json,
			ran: { Instellingen: { instellingen: { vraag: {}, organisatie: 'Dienstencentrum' } } },
		});
	};
	expect(said(1)).toContain(one);
	expect(said(2)).toContain(two);
});
