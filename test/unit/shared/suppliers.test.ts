import fc from 'fast-check';
import { STATUSES, type Status } from '../../../nodes/shared/domain/signal';
import { mayMove } from '../../../nodes/shared/domain/status';
import {
	PROGRESS,
	readSupplierChange,
	supplierWordsSchema,
} from '../../../nodes/shared/domain/suppliers/supplier-change';
import { supplierMove } from '../../../nodes/shared/domain/suppliers/supplier-progress';

const words = supplierWordsSchema.parse({});
const topdesk = (event: string, changes: object = {}) => ({
	changeId: 'c1',
	event,
	reference: 'R-2026-000001',
	ticket: { system: 'topdesk', number: 'I 2611 004', id: 'a1' },
	incident: { number: 'I 2611 004', completed: false, closed: false },
	...changes,
});
const planon = (event: string, changes: object = {}) => ({
	changeId: 'c1',
	event,
	reference: 'R-2026-000001',
	ticket: { system: 'planon', number: '1000123', id: '4711' },
	record: { Syscode: 4711 },
	state: null,
	...changes,
});
const entry = { id: 'e1', at: '2026-11-02T09:00:00Z', name: 'Kees', invisibleForCaller: false };

describe('what a supplier reports', () => {
	it.each([
		[
			'a status',
			topdesk('statusChanged', { from: 'Aangemeld', to: 'In behandeling' }),
			'started',
			"Bij de leverancier: van 'Aangemeld' naar 'In behandeling'.",
		],
		[
			'a status that is not known what it was',
			topdesk('statusChanged', { from: null, to: 'Wacht op onderdeel' }),
			'started',
			"Bij de leverancier: 'Wacht op onderdeel'.",
		],
		[
			'the first status',
			topdesk('statusChanged', { from: null, to: 'Aangemeld' }),
			null,
			"Bij de leverancier: 'Aangemeld'.",
		],
		[
			'a status that says it is done',
			topdesk('statusChanged', { from: 'In behandeling', to: 'Gereed' }),
			'solved',
			"Bij de leverancier: van 'In behandeling' naar 'Gereed'.",
		],
		[
			'a status of what is completed',
			topdesk('statusChanged', { to: 'Wacht op controle', incident: { completed: true } }),
			'solved',
			"Bij de leverancier: 'Wacht op controle'.",
		],
		['completed', topdesk('completed'), 'solved', 'De melding is bij de leverancier afgehandeld.'],
		[
			'a text',
			topdesk('memoAdded', { entry: { ...entry, text: ' Monteur komt. ', by: 'operator' } }),
			null,
			'Bericht van Kees bij de leverancier: Monteur komt.',
		],
		[
			'a note',
			topdesk('memoAdded', {
				entry: { ...entry, text: 'Bellen.', by: 'operator', invisibleForCaller: true },
			}),
			null,
			'Interne notitie van Kees bij de leverancier: Bellen.',
		],
		['anything else', topdesk('updated'), null, null],
		[
			'a state that Planon says the meaning of',
			planon('stateChanged', { from: 'Nieuw', to: 'UsrDone', state: 'completed' }),
			'solved',
			"Bij de leverancier: van 'Nieuw' naar 'UsrDone'.",
		],
		[
			'a state that only has a name',
			planon('stateChanged', { to: 'Geannuleerd' }),
			'canceled',
			"Bij de leverancier: 'Geannuleerd'.",
		],
		[
			'a state in which it is reported',
			planon('stateChanged', { to: 'Nieuw', state: 'reported' }),
			null,
			"Bij de leverancier: 'Nieuw'.",
		],
		['another change', planon('changed', { state: 'inProgress' }), null, null],
	])('%s', (_, item, progress, text) => {
		expect(readSupplierChange(item, words)).toMatchObject({ changeId: 'c1', progress, text, by: 'supplier' });
	});

	it('is an answer of the customer when he wrote it', () => {
		const item = topdesk('callerReplied', { entry: { ...entry, text: 'Het is nog stuk.', by: 'caller' } });
		expect(readSupplierChange(item, words)).toMatchObject({ by: 'customer', text: 'Het is nog stuk.' });
	});

	it('has the names of states that the administrator gave', () => {
		const own = supplierWordsSchema.parse({ solved: 'Klaar, Afgerond' });
		const to = (state: string) => readSupplierChange(topdesk('statusChanged', { to: state }), own).progress;
		expect(['klaar', 'Afgerond', 'Gereed'].map(to)).toEqual(['solved', 'solved', 'started']);
	});

	it('must be what a trigger gives', () => {
		expect(() => readSupplierChange({ signal: {} }, words)).toThrow('ticket');
		expect(() => readSupplierChange(topdesk('closed', { changeId: '' }), words)).toThrow('changeId');
	});
});

describe('what becomes of the signal', () => {
	const moves = (status: Status, progress: (typeof PROGRESS)[number]) => {
		const { path, disagreement } = supplierMove(status, progress);
		return disagreement ? 'disagreement' : path.join(' > ');
	};

	it.each([
		['doorgezet', 'started', 'in behandeling'],
		['in behandeling', 'started', ''],
		['opgelost', 'started', 'heropend > in behandeling'],
		['in behandeling', 'solved', 'opgelost'],
		['doorgezet', 'solved', 'opgelost'],
		['afgesloten', 'solved', ''],
		['heropend', 'solved', 'disagreement'],
		['heropend', 'started', 'in behandeling'],
		['in behandeling', 'canceled', 'te beoordelen'],
		['heropend', 'canceled', 'disagreement'],
	] as const)('that is %s when the supplier has it %s: %s', (status, progress, expected) => {
		expect(moves(status, progress)).toBe(expected);
	});

	it('every step is one that a signal may take', () => {
		fc.assert(
			fc.property(fc.constantFrom(...STATUSES), fc.constantFrom(null, ...PROGRESS), (status, progress) => {
				let at = status;
				for (const next of supplierMove(status, progress).path) {
					expect(at !== next && mayMove(at, next)).toBe(true);
					at = next;
				}
			}),
		);
	});
});
