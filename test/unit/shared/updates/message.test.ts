import { updateMessage, updateTextsSchema } from '../../../../nodes/shared/domain/updates/message';
import { signalFor } from '../../../support/signals';

const SOLVED = { signal: signalFor('<1@x>', { status: 'opgelost' }), toldStatus: 'in behandeling' } as const;
const said = (closeAfterDays: number, texts = {}) =>
	updateMessage([SOLVED], null, closeAfterDays, updateTextsSchema.parse(texts)).text;

it('counts the days to react as people do', () => {
	expect(said(1)).toContain('Beantwoord dan deze e-mail binnen 1 werkdag. Horen');
	expect(said(5)).toContain('Beantwoord dan deze e-mail binnen 5 werkdagen. Horen');
});

it('fills the days in where an administrator put them', () => {
	const solved = 'U hebt {dagen} werkdagen, dus {dagen} dagen zonder weekend (termijn: {dagen}).';
	expect(said(1, { solved })).toContain('U hebt 1 werkdag, dus 1 dag zonder weekend (termijn: 1).');
	expect(said(3, { solved })).toContain('U hebt 3 werkdagen, dus 3 dagen zonder weekend (termijn: 3).');
});
