const NUMBER = 'Bedankt voor uw bericht. Wij hebben het geregistreerd onder nummer {nummer}.';
const CLOSING = `Hebt u nog een vraag? Beantwoord dan deze e-mail en laat het nummer in het onderwerp staan.

Met vriendelijke groet,
{organisatie}`;

const letter = (...paragraphs: string[]) => ['Beste {naam},', ...paragraphs].join('\n\n');

/** Texts that can be used as they are, in plain Dutch (B1), by the name they have in the node. */
export const READY_TEXTS = {
	ontvangstbevestiging: letter(
		NUMBER,
		'Wij bekijken wie u het beste kan helpen. Daarna hoort u van ons.',
		CLOSING,
	),
	doorgezet: letter(
		NUMBER,
		'Uw bericht gaat over een dienst van {leverancier}. Wij hebben het daar gemeld onder nummer {ticket}. De leverancier pakt het op en wij volgen dat voor u.',
		CLOSING,
	),
	teBeoordelen: letter(
		NUMBER,
		'Een collega leest uw bericht en bepaalt wie u het beste kan helpen. Daarna hoort u van ons.',
		CLOSING,
	),
	vraagOmInformatie: letter(
		'U stuurde ons een bericht over "{onderwerp}". Het nummer is {nummer}.',
		'Om u te kunnen helpen, hebben wij nog informatie van u nodig:',
		'- Wat is er precies aan de hand?\n- Waar is het, en sinds wanneer?\n- Op welk telefoonnummer kunnen wij u bereiken?',
		'Wilt u deze e-mail beantwoorden? Laat het nummer in het onderwerp staan.',
		'Met vriendelijke groet,\n{organisatie}',
	),
	opgelost: letter(
		'Uw melding {nummer} over "{onderwerp}" is opgelost.',
		'Is het volgens u niet goed opgelost? Beantwoord dan deze e-mail. Wij kijken er dan opnieuw naar.',
		'Met vriendelijke groet,\n{organisatie}',
	),
};
export type ReadyText = keyof typeof READY_TEXTS;
