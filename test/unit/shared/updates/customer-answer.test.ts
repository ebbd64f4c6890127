import { isOnlyThanks, isStopRequest } from '../../../../nodes/shared/domain/updates/customer-answer';

it.each(['stop', 'Stop.', ' STOP! ', '\n\nstop\n\nGroet,\nJan', 'Graag stoppen', 'stop svp', '"Stop"'])(
	'takes %j for a request to stop',
	(text) => expect(isStopRequest(text)).toBe(true),
);

it.each([
	'',
	'Het stopcontact is kapot.',
	'Kunt u hiermee stoppen?',
	'De printer stopt steeds',
	'Dank!\nstop',
	'stop de lift, hij valt',
])('reads %j as it stands', (text) => expect(isStopRequest(text)).toBe(false));

it.each([
	'Bedankt!',
	'Dank u wel, het werkt.',
	'Super, dankjewel voor de snelle hulp',
	'Fijn, top!\n\nGroet, Jan',
])('takes %j for thanks alone', (text) => expect(isOnlyThanks(text)).toBe(true));

it.each([
	'',
	'Het werkt niet.',
	'Bedankt, maar de laptop start nog steeds niet op.',
	'Dank, wanneer komt de monteur?',
	'Fijn dat u het probeert. Het is weer stuk.',
	`Dank u wel. ${'Er is veel te vertellen over deze printer. '.repeat(6)}`,
])('reads %j as an answer', (text) => expect(isOnlyThanks(text)).toBe(false));
